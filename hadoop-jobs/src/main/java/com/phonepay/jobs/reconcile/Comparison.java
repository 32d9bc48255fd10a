package com.phonepay.jobs.reconcile;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.run.Totals;
import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.jspecify.annotations.Nullable;

/** Puts the two sides of a reference next to each other. A payment listed twice is a difference too. */
public final class Comparison extends Reducer<Text, Claim, NullWritable, Text> {
    private static final class Side {
        private int count;
        private long paise;
        private String status = "";

        void add(Claim claim) {
            count++;
            paise = Math.addExact(paise, claim.paise());
            status = claim.status();
        }
    }

    @Override
    protected void reduce(Text reference, Iterable<Claim> claims, Context context)
            throws IOException, InterruptedException {
        Side ours = new Side();
        Side theirs = new Side();
        for (Claim claim : claims) {
            (claim.isOurs() ? ours : theirs).add(claim);
        }
        String id = reference.toString();
        if (ours.count == 0) {
            write(context, "MISSING_LEFT", id, null, null, Row.rupees(theirs.paise));
        } else if (theirs.count == 0) {
            write(context, "MISSING_RIGHT", id, null, Row.rupees(ours.paise), null);
        } else if (!compare(context, id, ours, theirs)) {
            Totals.add(context, "matched", 1);
        }
    }

    private static boolean compare(Context context, String id, Side ours, Side theirs)
            throws IOException, InterruptedException {
        boolean differs = false;
        if (ours.count != theirs.count) {
            write(context, "MISMATCH", id, "count", Integer.toString(ours.count), Integer.toString(theirs.count));
            differs = true;
        }
        if (ours.paise != theirs.paise) {
            write(context, "MISMATCH", id, "amount", Row.rupees(ours.paise), Row.rupees(theirs.paise));
            differs = true;
        }
        if (!theirs.status.isEmpty() && !theirs.status.equals(ours.status)) {
            write(context, "MISMATCH", id, "status", ours.status, theirs.status);
            differs = true;
        }
        return differs;
    }

    private static void write(
            Context context,
            String difference,
            String reference,
            @Nullable String field,
            @Nullable String left,
            @Nullable String right)
            throws IOException, InterruptedException {
        Totals.add(context, Reconciliation.DIFFERENCES, 1);
        Row row = new Row()
                .with("difference", difference)
                .with("reference", reference)
                .with("field", field)
                .with("left", left)
                .with("right", right);
        context.write(NullWritable.get(), row.toText());
    }
}

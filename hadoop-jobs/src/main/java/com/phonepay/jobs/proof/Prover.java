package com.phonepay.jobs.proof;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Hands each group to the proof that it is for, and writes down what is broken. */
public final class Prover extends Reducer<SortedKey, Leg, NullWritable, Text> {
    private final TransactionProof transaction = new TransactionProof();
    private boolean fromTheFirst;
    private long settledBefore;

    /** Longer than any transaction takes to end, and than the events of two slices can be apart in the export. */
    private static final long GRACE_MILLIS = 10 * 60_000L;

    @Override
    protected void setup(Context context) {
        fromTheFirst = context.getConfiguration().getBoolean(LedgerProof.FROM_THE_FIRST, true);
        settledBefore = context.getConfiguration().getLong(LedgerProof.UNTIL, Long.MAX_VALUE) - GRACE_MILLIS;
    }

    @Override
    protected void reduce(SortedKey key, Iterable<Leg> legs, Context context) throws IOException, InterruptedException {
        if (key.kind() == BothSides.TRANSACTION) {
            transaction(key.id(), legs, context);
        } else {
            wallet(key, legs, context);
        }
    }

    private void transaction(String id, Iterable<Leg> legs, Context context) throws IOException, InterruptedException {
        Totals.add(context, "transactions", 1);
        transaction.begin();
        for (Leg leg : legs) {
            transaction.add(leg);
        }
        Finding finding = transaction.end();
        if (finding == null) {
            return;
        }
        if (finding.mayBeInFlight() && transaction.lastAt() >= settledBefore) {
            Totals.add(context, "in_flight", 1);
        } else {
            write(id, finding, context);
        }
    }

    private void wallet(SortedKey key, Iterable<Leg> legs, Context context) throws IOException, InterruptedException {
        String id = key.id();
        WalletProof wallet = new WalletProof(fromTheFirst);
        for (Leg leg : legs) {
            for (Finding finding : wallet.add(key.order(), leg)) {
                write(id, finding, context);
            }
        }
        Totals.add(context, "wallets", 1);
        Totals.add(context, "entries", wallet.entries());
        Totals.add(context, "duplicates", wallet.duplicates());
        Totals.add(context, "wallets_paise", wallet.balance());
    }

    private static void write(String subject, Finding finding, Context context)
            throws IOException, InterruptedException {
        Totals.add(context, LedgerProof.BREAKS, 1);
        Row row = new Row()
                .with("break", finding.what().name())
                .with("subject", subject)
                .with("detail", finding.detail());
        context.write(NullWritable.get(), row.toText());
    }
}

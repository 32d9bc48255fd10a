package com.phonepay.jobs.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.run.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.MultipleInputs;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;

/**
 * Compares the completed payments with somebody else's list: an export of the read model, or a bank's statement, as CSV
 * with a header. It joins by the transaction id, or by the UTR, and writes what is missing on the left (here), missing
 * on the right (there), or different.
 */
public final class Reconciliation implements Analysis {
    static final String KEY = "phonepay.reconciliation.key";
    static final String HEADER = "phonepay.reconciliation.header";
    static final String DIFFERENCES = "differences";

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public String description() {
        return "compares the completed payments with a list as CSV";
    }

    @Override
    public List<String> columns() {
        return List.of("difference", "reference", "field", "left", "right");
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "against", "the CSV, with a header that has transaction_id or utr, and amount in rupees",
                "key", "transaction_id or utr (transaction_id)");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        Path against = against(run, job);
        configure(run, job, against);
        for (Path folder :
                run.lake().folders(job, Topic.PAYMENT_COMPLETED, "transaction_id", "utr", "amount_paise", "status")) {
            MultipleInputs.addInputPath(job, folder, LakeInputFormat.class, OurSide.class);
        }
        MultipleInputs.addInputPath(job, against, TextInputFormat.class, TheirSide.class);
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(Claim.class);
        job.setReducerClass(Comparison.class);
        run.writesRows(job);
        run.complete(job);
    }

    @Override
    public boolean isClean(Totals totals) {
        return totals.get(DIFFERENCES) == 0 && totals.get("malformed") == 0;
    }

    private static Path against(Run run, Job job) throws IOException {
        String against = run.option("against", "");
        if (against.isEmpty()) {
            throw new UsageException("--against FILE, the list to compare with, is missing");
        }
        Path path = new Path(against);
        FileSystem files = path.getFileSystem(job.getConfiguration());
        if (!files.exists(path)) {
            throw new UsageException("There is no file " + against);
        }
        return files.makeQualified(path);
    }

    /** The header says where the columns are; only the task of the first bytes would see it. */
    private static void configure(Run run, Job job, Path against) throws IOException {
        FileSystem files = against.getFileSystem(job.getConfiguration());
        String header;
        try (var in = new BufferedReader(new InputStreamReader(files.open(against), UTF_8))) {
            header = in.readLine();
        }
        String key = run.option("key", "transaction_id");
        if (!List.of("transaction_id", "utr").contains(key)) {
            throw new UsageException("--key is transaction_id or utr, not " + key);
        }
        List<String> columns = header == null ? List.of() : Csv.split(header);
        if (!columns.containsAll(List.of(key, "amount"))) {
            throw new UsageException("The header of " + against + " must have " + key + " and amount: " + columns);
        }
        job.getConfiguration().set(KEY, key);
        job.getConfiguration().set(HEADER, header);
    }
}

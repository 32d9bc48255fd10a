package com.phonepay.jobs.proof;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.run.UsageException;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.mapreduce.Job;

/**
 * Proves from the exported events alone that no money was lost, made or doubled. Every entry is looked at twice: under
 * its transaction, whose debit and credit must both be there, be of the payment's amount and sum to zero; and under its
 * wallet, whose entries must be numbered without a gap and replay to every balance that they state.
 *
 * <p>What happened shortly before the export ended may be there by half: such transactions count as in flight.
 */
public final class LedgerProof implements Analysis {
    static final String UNTIL = "phonepay.proof.until";
    static final String FROM_THE_FIRST = "phonepay.proof.from.the.first";
    static final String BREAKS = "breaks";

    private static final long SPLIT_BYTES = 12L * 1024 * 1024;

    @Override
    public String name() {
        return "ledger-proof";
    }

    @Override
    public String description() {
        return "proves that every posting balances and every wallet replays to its balance";
    }

    @Override
    public List<String> columns() {
        return List.of("break", "subject", "detail");
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "until", "the moment at which the export ended, like 2026-11-24T10:00:00Z (now)",
                "partial", "yes: the first days of the wallets are not in the export (no)");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        job.getConfiguration().setLong(UNTIL, until(run));
        job.getConfiguration().setBoolean(FROM_THE_FIRST, !isPartial(run));
        run.lake()
                .feed(
                        job,
                        Topic.WALLET_LEDGER,
                        "event_id",
                        "account_id",
                        "entry_id",
                        "type",
                        "amount_paise",
                        "balance_after_paise",
                        "system_account",
                        "version",
                        "timestamp");
        run.lake()
                .feed(
                        job,
                        Topic.PAYMENT_COMPLETED,
                        "transaction_id",
                        "payer_id",
                        "payee_id",
                        "amount_paise",
                        "completed_at");
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        // What a task writes is several times what it reads, and should fit into its sort buffer: then it is sorted
        // once
        // and goes to the disk once, and all parts are merged in one go.
        job.getConfiguration().setLong(LakeInputFormat.SPLIT_MAX, SPLIT_BYTES);
        job.getConfiguration().setInt("mapreduce.task.io.sort.factor", 100);
        job.setMapperClass(BothSides.class);
        job.setMapOutputKeyClass(SortedKey.class);
        job.setMapOutputValueClass(Leg.class);
        job.setPartitionerClass(ByGroup.class);
        job.setGroupingComparatorClass(SortedKey.Group.class);
        job.setReducerClass(Prover.class);
        job.setNumReduceTasks(Math.max(2, job.getNumReduceTasks()));
        run.writesRows(job);
        run.complete(job);
    }

    @Override
    public boolean isClean(Totals totals) {
        return totals.get(BREAKS) == 0 && totals.get("malformed") == 0 && totals.get("records") > 0;
    }

    /** The partitioner for these values. */
    public static final class ByGroup extends SortedKey.ByGroup<Leg> {}

    private static boolean isPartial(Run run) {
        String partial = run.option("partial", "no");
        if (!List.of("yes", "no").contains(partial)) {
            throw new UsageException("--partial is yes or no, not " + partial);
        }
        return partial.equals("yes");
    }

    private static long until(Run run) {
        String until = run.option("until", "");
        try {
            return (until.isEmpty() ? Instant.now() : Instant.parse(until)).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new UsageException("--until is a moment like 2026-11-24T10:00:00Z, not " + until);
        }
    }
}

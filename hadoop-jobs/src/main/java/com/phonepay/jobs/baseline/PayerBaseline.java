package com.phonepay.jobs.baseline;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.UsageException;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.jspecify.annotations.Nullable;

/**
 * One day held to the days before it, payer by payer: an outlier is a payment above the payer's mean and so many standard
 * deviations, and above a floor, of a payer who has paid often enough before. The day itself is no part of what is usual.
 */
public final class PayerBaseline implements Analysis {
    static final String BEGIN = "phonepay.baseline.begin";
    static final String END = "phonepay.baseline.end";
    static final String DEVIATIONS = "phonepay.baseline.deviations";
    static final String FLOOR = "phonepay.baseline.floor.paise";
    static final String HISTORY = "phonepay.baseline.history";
    static final String ALL = "phonepay.baseline.all";

    @Override
    public String name() {
        return "payer-baseline";
    }

    @Override
    public String description() {
        return "payments of a day that are far beyond what is usual for their payer";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "account_id",
                "payments",
                "mean",
                "deviation",
                "max",
                "usual_hours",
                "limit",
                "transaction_id",
                "payee_id",
                "amount",
                "at",
                "unusual_hour");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("day", "the day that is judged by the days before it (the last day of --to, else today)");
        options.put("deviations", "so many standard deviations above the mean are an outlier (3)");
        options.put("floor", "... but only above so many rupees (1000)");
        options.put("history", "so many payments before a payer is judged (10)");
        options.put("payers", "outliers, or all: one row for each other payer too (outliers)");
        return options;
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        configure(job.getConfiguration(), run);
        run.lake()
                .feed(
                        job,
                        Topic.PAYMENT_COMPLETED,
                        "transaction_id",
                        "kind",
                        "payer_id",
                        "payee_id",
                        "amount_paise",
                        "completed_at");
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        job.setMapperClass(ByPayer.class);
        job.setMapOutputKeyClass(SortedKey.class);
        job.setMapOutputValueClass(Spending.class);
        job.setPartitionerClass(Together.class);
        job.setGroupingComparatorClass(SortedKey.Group.class);
        job.setReducerClass(OutlierFinder.class);
        run.writesRows(job);
        run.complete(job);
    }

    private static void configure(Configuration configuration, Run run) {
        LocalDate day = day(run.option("day", ""), run.lake().days().to());
        configuration.setLong(BEGIN, begin(day));
        configuration.setLong(END, begin(day.plusDays(1)));
        configuration.set(
                DEVIATIONS,
                number("deviations", run.option("deviations", "3"), 6).toPlainString());
        configuration.setLong(
                FLOOR,
                number("floor", run.option("floor", "1000"), 2)
                        .movePointRight(2)
                        .longValueExact());
        // Of nothing nothing follows.
        configuration.setInt(
                HISTORY,
                Math.max(1, number("history", run.option("history", "10"), 0).intValueExact()));
        configuration.setBoolean(ALL, isForAll(run.option("payers", "outliers")));
    }

    /** The partitioner for these values. */
    public static final class Together extends SortedKey.ByGroup<Spending> {}

    private static LocalDate day(String asked, @Nullable LocalDate last) {
        try {
            return asked.isEmpty() ? (last == null ? LocalDate.now(Row.ZONE) : last) : LocalDate.parse(asked);
        } catch (DateTimeParseException e) {
            throw new UsageException("--day is a day like 2026-11-24, not " + asked);
        }
    }

    private static long begin(LocalDate day) {
        return day.atStartOfDay(Row.ZONE).toInstant().toEpochMilli();
    }

    private static BigDecimal number(String option, String text, int places) {
        try {
            BigDecimal number = new BigDecimal(text).setScale(places);
            if (number.signum() >= 0 && number.precision() - number.scale() <= 9) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException notOne) {
            // Refused below.
        }
        throw new UsageException(
                "--" + option + " is a number from 0 with at most " + places + " decimal places, not " + text);
    }

    private static boolean isForAll(String payers) {
        if (!List.of("outliers", "all").contains(payers)) {
            throw new UsageException("--payers is outliers or all, not " + payers);
        }
        return payers.equals("all");
    }
}

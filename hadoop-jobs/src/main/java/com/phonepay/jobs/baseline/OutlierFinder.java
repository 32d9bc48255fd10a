package com.phonepay.jobs.baseline;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.jspecify.annotations.Nullable;

/** A payer's payments in the order of time: those before the day make what is usual, and those of the day are held to it. */
public final class OutlierFinder extends Reducer<SortedKey, Spending, NullWritable, Text> {
    private long begin;
    private long floor;
    private int history;
    private BigDecimal deviations = BigDecimal.ZERO;
    private boolean isForAll;

    @Override
    protected void setup(Context context) {
        Configuration configuration = context.getConfiguration();
        begin = configuration.getLong(PayerBaseline.BEGIN, 0);
        floor = configuration.getLong(PayerBaseline.FLOOR, 0);
        history = configuration.getInt(PayerBaseline.HISTORY, 1);
        deviations = new BigDecimal(configuration.get(PayerBaseline.DEVIATIONS, "0"));
        isForAll = configuration.getBoolean(PayerBaseline.ALL, false);
    }

    @Override
    protected void reduce(SortedKey key, Iterable<Spending> payments, Context context)
            throws IOException, InterruptedException {
        Usual usual = new Usual();
        long outliers = 0;
        long limit = -1;
        for (Spending payment : payments) {
            if (key.order() < begin) {
                usual.add(payment.paise(), key.order());
            } else if (usual.payments() < history) {
                Totals.add(context, "too_new", 1);
            } else {
                limit = limit < 0 ? limit(usual) : limit;
                Totals.add(context, "judged", 1);
                if (payment.paise() > limit) {
                    outliers++;
                    Totals.add(context, "outliers_paise", payment.paise());
                    context.write(NullWritable.get(), row(key, usual, payment).toText());
                }
            }
        }
        Totals.add(context, "payers", 1);
        Totals.add(context, "outliers", outliers);
        if (isForAll && outliers == 0) {
            context.write(NullWritable.get(), row(key, usual, null).toText());
        }
    }

    private long limit(Usual usual) {
        return Math.max(floor, usual.limit(deviations));
    }

    private Row row(SortedKey key, Usual usual, @Nullable Spending payment) {
        Row row = new Row()
                .with("account_id", key.id())
                .with("payments", usual.payments())
                .withMoney("mean", usual.mean())
                .withMoney("deviation", usual.deviation())
                .withMoney("max", usual.max())
                .with("usual_hours", usual.hours())
                .withMoney("limit", limit(usual));
        if (payment == null) {
            String none = null;
            return row.with("transaction_id", none)
                    .with("payee_id", none)
                    .with("amount", none)
                    .with("at", none)
                    .with("unusual_hour", none);
        }
        return row.with("transaction_id", payment.id().toString())
                .with("payee_id", payment.payee().toString())
                .withMoney("amount", payment.paise())
                .withTime("at", key.order())
                .with("unusual_hour", usual.paysAt(key.order()) ? "no" : "yes");
    }
}

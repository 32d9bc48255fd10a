package com.phonepay.jobs.settlement;

import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.shuffle.Sums;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.jspecify.annotations.Nullable;

/** (merchant and day, what one payment, refund or settled batch adds). */
public final class ByMerchantAndDay extends Mapper<NullWritable, GenericRecord, Text, Sums> {
    private static final String BATCH = Topic.SETTLEMENT_BATCHES.schema().getName();
    private static final Utf8 SETTLED = new Utf8("SETTLED");
    private static final Utf8 REFUND = new Utf8("REFUND");

    private final Text key = new Text();
    private final Sums sums = Place.sums();

    @Override
    protected void map(NullWritable none, GenericRecord record, Context context)
            throws IOException, InterruptedException {
        sums.clear();
        if (record.getSchema().getName().equals(BATCH)) {
            batch(record, context);
        } else {
            payment(record, context);
        }
    }

    private void payment(GenericRecord payment, Context context) throws IOException, InterruptedException {
        Utf8 merchant = Texts.textOrNull(payment, "merchant_id");
        if (merchant == null) {
            return;
        }
        boolean isRefund = Texts.text(payment, "kind").equals(REFUND);
        (isRefund ? Place.REFUND_COUNT : Place.PAYMENTS).put(sums, 1);
        (isRefund ? Place.REFUNDS : Place.GROSS).put(sums, Texts.number(payment, "amount_paise"));
        write(merchant, Texts.number(payment, "completed_at"), context);
    }

    private void batch(GenericRecord batch, Context context) throws IOException, InterruptedException {
        if (!Texts.text(batch, "status").equals(SETTLED)) {
            return;
        }
        long gross = Texts.number(batch, "gross_paise");
        long refunds = Texts.number(batch, "refunds_paise");
        long fee = Texts.number(batch, "fee_paise");
        long tax = Texts.number(batch, "tax_paise");
        long net = Texts.number(batch, "net_paise");
        if (gross - refunds - fee - tax != net) {
            Totals.add(context, SettlementReport.WRONG_BATCHES, 1);
        }
        Place.BATCHES.put(sums, 1);
        Place.SETTLED.put(sums, gross - refunds);
        Place.FEE.put(sums, fee);
        Place.TAX.put(sums, tax);
        Place.NET.put(sums, net);
        write(Texts.text(batch, "merchant_id"), closedAt(batch), context);
    }

    private static long closedAt(GenericRecord batch) {
        @Nullable Object closed = batch.get("closed_at");
        return closed == null ? Texts.number(batch, "opened_at") : (Long) closed;
    }

    private void write(Utf8 merchant, long time, Context context) throws IOException, InterruptedException {
        key.set(merchant + "\t" + Row.day(time));
        context.write(key, sums);
    }
}

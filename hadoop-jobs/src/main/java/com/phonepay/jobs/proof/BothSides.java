package com.phonepay.jobs.proof;

import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.jspecify.annotations.Nullable;

/** Hands each entry on twice, under its transaction and under its wallet, and each payment once. */
public final class BothSides extends Mapper<NullWritable, GenericRecord, SortedKey, Leg> {
    static final int TRANSACTION = 1;
    static final int WALLET = 2;

    private static final String PAYMENT = Topic.PAYMENT_COMPLETED.schema().getName();
    private static final Utf8 DEBIT = new Utf8("DEBIT");
    private static final Utf8 CLEARING = new Utf8("clearing");

    private final SortedKey key = new SortedKey();
    private final Leg leg = new Leg();
    private final Map<String, Long> totals = new HashMap<>();

    @Override
    protected void map(NullWritable none, GenericRecord record, Context context)
            throws IOException, InterruptedException {
        if (record.getSchema().getName().equals(PAYMENT)) {
            payment(record, context);
        } else {
            entry(record, context);
        }
    }

    private void payment(GenericRecord payment, Context context) throws IOException, InterruptedException {
        leg.payment(
                Texts.text(payment, "payer_id"),
                Texts.text(payment, "payee_id"),
                Texts.number(payment, "amount_paise"),
                Texts.number(payment, "completed_at"));
        // Before the entries: they are judged by it.
        context.write(key.set(TRANSACTION, Texts.text(payment, "transaction_id"), Leg.PAYMENT), leg);
    }

    private void entry(GenericRecord entry, Context context) throws IOException, InterruptedException {
        Utf8 account = Texts.text(entry, "account_id");
        Utf8 id = Texts.text(entry, "entry_id");
        Utf8 event = Texts.text(entry, "event_id");
        long paise = Texts.number(entry, "amount_paise");
        long signed = Texts.text(entry, "type").equals(DEBIT) ? -paise : paise;
        @Nullable Long version = (Long) entry.get("version");
        @Nullable Long stated = (Long) entry.get("balance_after_paise");
        long balance = stated == null ? 0 : stated;
        long at = Texts.number(entry, "timestamp");
        @Nullable Utf8 system = Texts.textOrNull(entry, "system_account");
        otherSide(system, -signed);
        // What goes through clearing leaves one wallet and enters another; the rest has its other side right here.
        if (CLEARING.equals(system)) {
            context.write(key.set(TRANSACTION, id, Leg.ENTRY), leg.entry(account, event, signed, balance, at));
        }
        // Suspense is a system account: it has the one side of a transaction, and no numbers of its own.
        if (version != null) {
            context.write(key.set(WALLET, account, version), leg.entry(id, event, signed, balance, at));
        } else {
            otherSide(account, signed);
        }
    }

    private void otherSide(@Nullable Utf8 account, long signed) {
        totals.merge(account == null ? "unnamed" : account.toString(), signed, Math::addExact);
    }

    @Override
    protected void cleanup(Context context) {
        totals.forEach((account, paise) -> Totals.add(context, account + "_paise", paise));
    }
}

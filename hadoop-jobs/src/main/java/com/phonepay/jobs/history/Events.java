package com.phonepay.jobs.history;

import com.phonepay.jobs.lake.Topic;
import java.io.IOException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** The events in the form of the lake. Each slice numbers its rows; here a row has one event. */
final class Events {
    private static final int SLICES = 8;

    private final LakeWriter lake;
    private final long[] transactionRows = new long[SLICES];
    private final long[] walletRows = new long[SLICES];
    private final long[] fraudRows = new long[SLICES];

    /** How an attempt ended. */
    record Outcome(Utf8 id, Person payer, Person payee, long paise, Screen.Said said, long begunAt, long endedAt) {}

    /** A settlement window of a merchant. */
    record Batch(Person merchant, Utf8 id, long net, long fee, long tax, long closedAt) {}

    Events(LakeWriter lake) {
        this.lake = lake;
    }

    void payment(
            Topic topic,
            Outcome outcome,
            String status,
            @Nullable String reason,
            @Nullable Utf8 utr,
            @Nullable Utf8 original)
            throws IOException {
        Person payer = outcome.payer();
        boolean isRefund = payer.isMerchant();
        int slice = isRefund ? outcome.payee().slice() : payer.slice();
        GenericRecord event = event(topic, "transactions", slice, transactionRows, outcome.endedAt());
        event.put("transaction_id", outcome.id());
        event.put("kind", new Utf8(isRefund ? "REFUND" : "PAYMENT"));
        event.put("original_transaction_id", original);
        event.put("payer_id", payer.id());
        event.put("payee_id", outcome.payee().id());
        event.put("merchant_id", merchant(outcome));
        event.put("amount_paise", outcome.paise());
        event.put("status", new Utf8(status));
        event.put("reason", reason == null ? null : new Utf8(reason));
        event.put("reasons", outcome.said().reasons());
        event.put("utr", utr);
        event.put("fraud_score", outcome.said().hundredths() / 100.0);
        event.put("initiated_at", outcome.begunAt());
        event.put("completed_at", outcome.endedAt());
        lake.append(topic, slice, event);
    }

    private static @Nullable Utf8 merchant(Outcome outcome) {
        if (outcome.payer().isMerchant()) {
            return outcome.payer().id();
        }
        return outcome.payee().isMerchant() ? outcome.payee().id() : null;
    }

    void entry(Person account, Utf8 id, String kind, long signed, Utf8 counterparty, Utf8 system, long at)
            throws IOException {
        GenericRecord event = event(Topic.WALLET_LEDGER, "wallets", account.slice(), walletRows, at);
        event.put("account_id", account.id());
        event.put("entry_id", id);
        event.put("entry_kind", new Utf8(kind));
        event.put("type", new Utf8(signed < 0 ? "DEBIT" : "CREDIT"));
        event.put("amount_paise", Math.abs(signed));
        event.put("balance_after_paise", account.balance());
        event.put("counterparty_id", counterparty);
        event.put("system_account", system);
        event.put("version", account.version());
        event.put("timestamp", at);
        lake.append(Topic.WALLET_LEDGER, account.slice(), event);
    }

    void screening(Utf8 id, Person payer, Person payee, long paise, Screen.Said said, long at) throws IOException {
        GenericRecord event = event(Topic.FRAUD_SCREENED, "fraud", payer.slice(), fraudRows, at);
        event.put("transaction_id", id);
        event.put("payer_id", payer.id());
        event.put("payee_id", payee.id());
        event.put("amount_paise", paise);
        event.put("score", said.hundredths() / 100.0);
        event.put("verdict", new Utf8(said.blocks() ? "BLOCKED" : "PASSED"));
        event.put("reasons", said.reasons());
        event.put("screened_at", at);
        lake.append(Topic.FRAUD_SCREENED, payer.slice(), event);
    }

    void batch(Batch batch, String status) throws IOException {
        Person merchant = batch.merchant();
        boolean isSettled = status.equals("SETTLED");
        // The window belongs to the day that it closes, whose last moment this is.
        long at = batch.closedAt() - 1;
        GenericRecord event = event(Topic.SETTLEMENT_BATCHES, "wallets", merchant.slice(), walletRows, at);
        event.put("merchant_id", merchant.id());
        event.put("batch_id", batch.id());
        event.put("status", new Utf8(status));
        event.put("gross_paise", merchant.windowGross);
        event.put("refunds_paise", merchant.windowRefunds);
        event.put("fee_paise", batch.fee());
        event.put("tax_paise", batch.tax());
        event.put("net_paise", batch.net());
        event.put("payment_count", merchant.windowPayments);
        event.put("opened_at", batch.closedAt() - 24 * 3_600_000L);
        event.put("closed_at", at);
        event.put("settled_at", isSettled ? at : null);
        event.put("payout_reference", isSettled ? new Utf8("P" + batch.id()) : null);
        lake.append(Topic.SETTLEMENT_BATCHES, merchant.slice(), event);
    }

    private static GenericRecord event(Topic topic, String type, int slice, long[] rows, long at) {
        GenericRecord event = new GenericData.Record(topic.schema());
        long row = ++rows[slice];
        event.put("event_id", new Utf8(type + "-" + slice + ":" + row + ":0"));
        event.put("source", new Utf8(type + "/" + slice));
        event.put("sequence", row);
        event.put("index", 0);
        event.put("event_time", at);
        return event;
    }
}

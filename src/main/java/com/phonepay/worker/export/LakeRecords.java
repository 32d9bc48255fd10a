package com.phonepay.worker.export;

import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Payload;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.kernel.Money;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Events as records of the lake. Notes and names stay out: no job asks for them. */
final class LakeRecords {
    private LakeRecords() {}

    static GenericRecord of(CommittedEvent event) {
        GenericRecord record = new GenericData.Record(LakeSchemas.of(event.topic()));
        record.put("event_id", event.id().toString());
        record.put("source", event.id().slice().toString());
        record.put("sequence", event.id().sequence());
        record.put("index", event.id().index());
        record.put("event_time", event.at());
        Payload payload = event.payload();
        if (payload instanceof PaymentEnded payment) {
            fill(record, payment);
        } else if (payload instanceof LedgerPosted posting) {
            fill(record, posting);
        } else if (payload instanceof AttemptWasScreened attempt) {
            fill(record, attempt);
        } else if (payload instanceof SettlementChanged batch) {
            fill(record, batch);
        }
        return record;
    }

    private static void fill(GenericRecord record, PaymentEnded payment) {
        record.put("transaction_id", payment.transactionId());
        record.put("kind", payment.kind().name());
        record.put("original_transaction_id", payment.originalTransactionId());
        record.put("payer_id", payment.payerId());
        record.put("payee_id", payment.payeeId());
        record.put("merchant_id", payment.merchantId());
        record.put("amount_paise", payment.amount().paise());
        record.put("status", payment.status().name());
        record.put("reason", payment.reason());
        record.put("reasons", payment.reasons());
        record.put("utr", payment.utr());
        record.put("fraud_score", payment.fraudScore());
        record.put("initiated_at", payment.initiatedAt());
        record.put("completed_at", payment.completedAt());
    }

    private static void fill(GenericRecord record, LedgerPosted posting) {
        Money balance = posting.balanceAfter();
        record.put("account_id", posting.accountId());
        record.put("entry_id", posting.entryId());
        record.put("entry_kind", posting.entryKind());
        record.put("type", posting.type().name());
        record.put("amount_paise", posting.amount().paise());
        record.put("balance_after_paise", balance == null ? null : balance.paise());
        record.put("counterparty_id", posting.counterpartyId());
        record.put("system_account", posting.systemAccount());
        record.put("version", posting.version());
        record.put("timestamp", posting.at());
    }

    private static void fill(GenericRecord record, AttemptWasScreened attempt) {
        record.put("transaction_id", attempt.transactionId());
        record.put("payer_id", attempt.payerId());
        record.put("payee_id", attempt.payeeId());
        record.put("amount_paise", attempt.amount().paise());
        record.put("score", attempt.score());
        record.put("verdict", attempt.blocked() ? "BLOCKED" : "PASSED");
        record.put("reasons", attempt.reasons());
        record.put("screened_at", attempt.at());
    }

    private static void fill(GenericRecord record, SettlementChanged batch) {
        record.put("merchant_id", batch.merchantId());
        record.put("batch_id", batch.batchId());
        record.put("status", batch.status().name());
        record.put("gross_paise", batch.gross().paise());
        record.put("refunds_paise", batch.refunds().paise());
        record.put("fee_paise", batch.fee().paise());
        record.put("tax_paise", batch.tax().paise());
        record.put("net_paise", batch.net().paise());
        record.put("payment_count", batch.paymentCount());
        record.put("opened_at", batch.openedAt());
        record.put("closed_at", batch.closedAt());
        record.put("settled_at", batch.settledAt());
        record.put("payout_reference", batch.payoutReference());
    }
}

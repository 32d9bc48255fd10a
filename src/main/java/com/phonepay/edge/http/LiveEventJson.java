package com.phonepay.edge.http;

import com.phonepay.edge.auth.Principal;
import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.PaymentEnded;
import com.phonepay.kernel.AccountId;

/** What a stream shows of an event. The payee of a payment that failed does not learn why. */
final class LiveEventJson {
    private LiveEventJson() {}

    static JsonObject of(CommittedEvent event, Principal caller) {
        JsonObject json = new JsonObject().text("event_id", event.id().toString());
        if (event.payload() instanceof PaymentEnded ended) {
            payment(json, ended, caller.mayRead(new AccountId(ended.payerId())));
        } else if (event.payload() instanceof AttemptWasScreened attempt) {
            attempt(json, attempt);
        }
        return json;
    }

    private static void payment(JsonObject json, PaymentEnded ended, boolean seesReasons) {
        json.text("transaction_id", ended.transactionId())
                .text("kind", ended.kind().name())
                .text("status", ended.status().name())
                .text("payer_id", ended.payerId())
                .text("payee_id", ended.payeeId())
                .amount("amount", ended.amount())
                .text("currency", "INR")
                .text("note", ended.note())
                .textIfPresent("utr", ended.utr())
                .textIfPresent("original_transaction_id", ended.originalTransactionId());
        if (seesReasons) {
            json.textIfPresent("reason", ended.reason()).texts("reasons", ended.reasons());
            if (ended.fraudScore() != null) {
                json.number("fraud_score", ended.fraudScore());
            }
        }
        json.time("initiated_at", ended.initiatedAt()).time("completed_at", ended.completedAt());
    }

    private static void attempt(JsonObject json, AttemptWasScreened attempt) {
        json.text("transaction_id", attempt.transactionId())
                .text("payer_id", attempt.payerId())
                .text("payee_id", attempt.payeeId())
                .amount("amount", attempt.amount())
                .text("currency", "INR")
                .number("score", attempt.score())
                .text("verdict", attempt.blocked() ? "BLOCKED" : "ALLOWED")
                .texts("reasons", attempt.reasons())
                .time("screened_at", attempt.at());
    }
}

package com.phonepay.edge.http;

import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;

/**
 * A payment as the outside sees it. A final one is made of its view alone, so that every repeat is the same bytes. Why a
 * payment did not succeed is the payer's business; the payee is told that it did not.
 */
final class PaymentJson {
    private static final long CHECK_AFTER_MS = 2_000;

    private PaymentJson() {}

    static JsonObject of(TransactionView view, boolean withReasons, long now) {
        JsonObject json = new JsonObject().text("status", view.status().name());
        if (view.terms().original() != null) {
            json.text("kind", "REFUND")
                    .text("original_transaction_id", view.terms().original().value());
        }
        if (withReasons) {
            reason(json, view);
        }
        terms(json, view);
        json.time("initiated_at", view.initiatedAt());
        if (view.status() == TransactionStatus.PENDING) {
            return json.time("next_check_at", Math.min(now + CHECK_AFTER_MS, Math.max(now, view.resolveBy())))
                    .time("resolve_by", view.resolveBy());
        }
        json.time("decided_at", view.decidedAt());
        Rejection refusal = view.refusal();
        if (withReasons && refusal != null) {
            Facts.write(json, refusal.facts());
        }
        return json;
    }

    private static void reason(JsonObject json, TransactionView view) {
        Rejection refusal = view.refusal();
        if (view.status() == TransactionStatus.BLOCKED) {
            json.text("reason", ErrorCode.FRAUD.code());
            Verdict verdict = view.verdict();
            if (verdict != null) {
                json.texts("reasons", verdict.reasons()).number("score", verdict.score());
            }
        } else if (refusal != null) {
            json.text("reason", refusal.code()).textIfPresent("detail", refusal.detail());
        }
    }

    private static void terms(JsonObject json, TransactionView view) {
        Terms terms = view.terms();
        json.text("transaction_id", terms.id().value())
                .textIfPresent("utr", view.utr())
                .amount("amount", terms.amount())
                .text("currency", "INR")
                .text("sender_id", terms.payer().value())
                .text("receiver_id", terms.payee().value())
                .textIfPresent("note", terms.note());
    }
}

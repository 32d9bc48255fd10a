package com.phonepay.transaction;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Rejection.Kind;
import java.util.Map;

/** The refusals of a transactions slice. */
final class TransactionRejections {
    static final Rejection EXPIRED = Rejection.of(
            "request_expired",
            Kind.INVALID,
            "The request came too late to start anything. An earlier copy of it may have been taken: ask for its status.");
    static final Rejection KEY_REUSED = Rejection.of(
            "idempotency_key_reused", Kind.MISMATCH, "This idempotency key was used before for another request.");
    static final Rejection SELF_PAYMENT =
            Rejection.of("self_payment", Kind.INVALID, "Payer and payee are the same account.");
    static final Rejection NOT_FOUND =
            Rejection.of("transaction_not_found", Kind.NOT_FOUND, "There is no such transaction.");
    static final Rejection PAYMENT_NOT_ENDED =
            Rejection.of("payment_not_ended", Kind.CONFLICT, "The payment is still under way; ask again in a moment.");
    static final Rejection NOT_REFUNDABLE =
            Rejection.of("not_refundable", Kind.DECLINED, "Only a successful payment to a merchant can be refunded.");
    static final Rejection REFUND_PERIOD_OVER =
            Rejection.of("refund_period_over", Kind.DECLINED, "The payment is too old to be refunded.");
    static final Rejection FRAUD_UNAVAILABLE =
            Rejection.of("fraud_unavailable", Kind.DECLINED, "The fraud screen did not answer in time.");
    static final Rejection PAYEE_UNAVAILABLE =
            Rejection.of("payee_unavailable", Kind.DECLINED, "The payee's wallet did not answer in time.");
    static final Rejection PAYER_UNAVAILABLE =
            Rejection.of("payer_unavailable", Kind.DECLINED, "The payer's wallet did not answer in time.");
    static final Rejection NEVER_INITIATED = Rejection.of(
            "never_initiated", Kind.DECLINED, "The request was lost before it was recorded; nothing was moved.");

    private TransactionRejections() {}

    static Rejection overLimit(Money most) {
        return new Rejection(
                "amount_over_limit",
                Kind.INVALID,
                "A payment may be at most " + most.toRupees() + " rupees.",
                Map.of("limit", most.toRupees()));
    }
}

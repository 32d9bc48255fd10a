package com.phonepay.payment;

import com.phonepay.kernel.TransactionId;
import com.phonepay.transaction.RefundsView;
import java.util.concurrent.CompletionStage;

/** Gives merchants' payments back. Who may do so is decided by the caller of this port. */
public interface Refunds {
    /**
     * Gives back once per payment and key, however often it is asked. A declined refund is an outcome, not a refusal.
     *
     * <p>Refusals: {@code transaction_not_found}, {@code not_refundable}, {@code payment_not_ended},
     * {@code refund_period_over}, {@code refund_exceeds_payment}, {@code idempotency_key_reused}, {@code overloaded},
     * {@code outcome_unknown} (it may have been taken: repeat with the same key).
     */
    CompletionStage<Reply<PaymentOutcome>> refund(RefundOrder order);

    /** Refusals: {@code transaction_not_found}, {@code overloaded}. */
    CompletionStage<Reply<RefundsView>> of(TransactionId payment);
}

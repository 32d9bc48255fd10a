package com.phonepay.payment;

import com.phonepay.kernel.TransactionId;
import com.phonepay.transaction.TransactionView;
import java.util.concurrent.CompletionStage;

/** Pays, and says what became of a payment. */
public interface Payments {
    /**
     * Pays once per payer and key, however often it is asked. A declined payment is an outcome, not a refusal.
     *
     * <p>Refusals: {@code receiver_not_found}, {@code self_payment}, {@code idempotency_key_reused}, {@code overloaded},
     * {@code outcome_unknown} (it may have been taken: repeat with the same key).
     */
    CompletionStage<Reply<PaymentOutcome>> initiate(PaymentOrder order);

    /** Refusals: {@code transaction_not_found}, {@code overloaded}. */
    CompletionStage<Reply<TransactionView>> find(TransactionId id);
}

package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.PayoutAnswer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Registers merchants and acts for them. Who may do so is decided by the caller of this port. */
public interface Merchants {
    /**
     * Registers once per id and request; repeated it continues what was begun.
     *
     * <p>Refusals: {@code merchant_id_taken}, {@code registration_pending}, {@code overloaded}, {@code outcome_unknown}.
     */
    CompletionStage<Reply<MerchantView>> register(MerchantRegistration registration);

    /** Refusals: {@code merchant_not_found}, {@code overloaded}. */
    CompletionStage<Reply<MerchantView>> find(AccountId merchant);

    /** The merchants of a person, in order of their ids. Asks every wallet slice. Refusals: {@code overloaded}. */
    CompletionStage<Reply<List<MerchantView>>> ownedBy(AccountId owner);

    /**
     * Closes the open window as of now, unless it holds nothing.
     *
     * <p>Refusals: {@code merchant_not_found}, {@code window_busy}, {@code overloaded}.
     */
    CompletionStage<Reply<MerchantView>> closeWindow(AccountId merchant);

    /**
     * Sets settled money aside for the bank, once per merchant and key. What the bank says comes later.
     *
     * <p>Refusals: {@code merchant_not_found}, {@code account_frozen}, {@code account_closed},
     * {@code insufficient_settled_funds}, {@code idempotency_key_reused}, {@code overloaded}, {@code outcome_unknown}.
     */
    CompletionStage<Reply<PayoutAnswer>> payout(PayoutOrder order);
}

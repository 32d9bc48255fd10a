package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.wallet.AccountStatus;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.Entry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks at wallets and puts money into them. Who may do so is decided by the caller of this port. */
public interface Wallets {
    /**
     * Moves money from the bank-funding account into a wallet, once per account and key.
     *
     * <p>Refusals: {@code account_not_found}, {@code account_frozen}, {@code account_closed}, {@code amount_over_limit},
     * {@code idempotency_key_reused}, {@code overloaded}, {@code outcome_unknown} (repeat with the same key).
     */
    CompletionStage<Reply<Recharged>> recharge(AccountId account, Money amount, String key);

    /** Refusals: {@code account_not_found}, {@code overloaded}. */
    CompletionStage<Reply<BalanceView>> balance(AccountId account);

    /** The last {@link Entry#KEPT} entries, newest first. Refusals: {@code account_not_found}, {@code overloaded}. */
    CompletionStage<Reply<List<Entry>>> entries(AccountId account);

    /**
     * Freezes, unfreezes or closes an account; repeated it changes nothing.
     *
     * <p>Refusals: {@code account_not_found}, {@code account_closed}, {@code account_not_empty}, {@code overloaded}.
     */
    CompletionStage<Reply<BalanceView>> changeStatus(AccountId account, AccountStatus status, String reason);
}

package com.phonepay.wallet;

import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Rejection.Kind;

/** The refusals of a wallet slice, in order of precedence; those of {@link Limits} come after the account's own. */
final class WalletRejections {
    static final Rejection ACCOUNT_NOT_FOUND =
            Rejection.of("account_not_found", Kind.NOT_FOUND, "There is no such account.");
    static final Rejection KEY_REUSED = Rejection.of(
            "idempotency_key_reused", Kind.MISMATCH, "This idempotency key was used before for another request.");
    static final Rejection SELF_PAYMENT =
            Rejection.of("self_payment", Kind.DECLINED, "Payer and payee are the same account.");
    static final Rejection ABORTED =
            Rejection.of("transaction_aborted", Kind.DECLINED, "The transaction was aborted before it was prepared.");
    static final Rejection ACCOUNT_FROZEN = Rejection.of("account_frozen", Kind.DECLINED, "The account is frozen.");
    static final Rejection ACCOUNT_CLOSED = Rejection.of("account_closed", Kind.DECLINED, "The account is closed.");
    static final Rejection ACCOUNT_NOT_EMPTY =
            Rejection.of("account_not_empty", Kind.CONFLICT, "An account with money or holds can not be closed.");
    static final Rejection INSUFFICIENT_BALANCE =
            Rejection.of("insufficient_balance", Kind.DECLINED, "The available balance is too low.");
    static final Rejection MERCHANT_NOT_FOUND =
            Rejection.of("merchant_not_found", Kind.NOT_FOUND, "There is no such merchant among yours.");
    static final Rejection PAYOUT_NOT_FOUND =
            Rejection.of("payout_not_found", Kind.NOT_FOUND, "There is no such payout.");
    static final Rejection WINDOW_BUSY = Rejection.of(
            "window_busy", Kind.UNAVAILABLE, "Refunds under way hold what the fee needs; ask again in a moment.");
    static final Rejection PAYEE_NOT_FOUND = Rejection.of("payee_not_found", Kind.DECLINED, "The payee has no wallet.");
    static final Rejection PAYEE_CANNOT_RECEIVE =
            Rejection.of("payee_cannot_receive", Kind.DECLINED, "The payee's account is frozen or closed.");

    private WalletRejections() {}
}

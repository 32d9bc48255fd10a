package com.phonepay.edge.http;

import com.phonepay.edge.auth.Principal;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Rejection;
import com.phonepay.payment.Accounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who may act for an account that is not their own: a merchant's owner, and an admin. */
final class Ownership {
    private final Accounts accounts;

    Ownership(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * True for the owner of a merchant. False for everybody else, and where there is no such merchant. Where the directory
     * is busy nobody knows, and that is what is said.
     */
    CompletionStage<Boolean> owns(Principal caller, AccountId merchant) {
        return accounts.resolve(merchant.value())
                .thenApply(reply -> reply.fold(
                        account -> account.isMerchant() && caller.account().equals(account.owner()),
                        Ownership::unknown));
    }

    private static boolean unknown(Rejection refused) {
        if (refused.kind() == Rejection.Kind.UNAVAILABLE) {
            throw new RefusedException(Problem.of(refused));
        }
        return false;
    }

    /** True where a merchant has this account. */
    CompletionStage<Boolean> isMerchant(AccountId account) {
        return accounts.resolve(account.value())
                .handle((reply, fault) -> fault == null && reply.fold(found -> found.isMerchant(), refused -> false));
    }

    /** The merchant that the caller may act for. A foreign one is refused in the same words as an unknown one. */
    CompletionStage<AccountId> require(Principal caller, String name, String id) {
        AccountId merchant = new AccountId(Fields.userId(name, id));
        CompletionStage<Boolean> may =
                caller.isAdmin() ? CompletableFuture.completedFuture(true) : owns(caller, merchant);
        return may.thenApply(allowed -> {
            if (!allowed) {
                throw new RefusedException(ErrorCode.MERCHANT_NOT_FOUND);
            }
            return merchant;
        });
    }
}

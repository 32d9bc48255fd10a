package com.phonepay.edge.http;

import com.phonepay.kernel.AccountId;
import com.phonepay.payment.Accounts;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whose account a question is about, and whether the caller may ask it. */
final class Owner {
    static final String USER_ID = "user_id";

    private final Ownership ownership;

    Owner(Accounts accounts) {
        this.ownership = new Ownership(accounts);
    }

    /**
     * The account that is asked for, by default the caller's own; an administrator may ask for any, the owner of a
     * merchant for the merchant's. Others are refused whether they exist or not.
     */
    CompletionStage<AccountId> of(Exchange exchange) {
        AccountId own = exchange.caller().account();
        AccountId wanted = exchange.parameter(USER_ID)
                .map(text -> new AccountId(text.toLowerCase(Locale.ROOT)))
                .orElse(own);
        if (exchange.caller().mayRead(wanted)) {
            return CompletableFuture.completedFuture(new AccountId(Fields.userId(USER_ID, wanted.value())));
        }
        if (!Fields.isUserId(wanted.value())) {
            // An e-mail or a payment address would mean somebody, too, and is no account.
            throw new RefusedException(ErrorCode.FORBIDDEN);
        }
        return ownership.owns(exchange.caller(), wanted).thenApply(owns -> {
            if (!owns) {
                throw new RefusedException(ErrorCode.FORBIDDEN);
            }
            return wanted;
        });
    }
}

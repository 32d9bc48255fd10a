package com.phonepay.edge.http;

import com.phonepay.kernel.AccountId;
import java.util.Locale;

/** Whose account a question is about. */
final class Owner {
    static final String USER_ID = "user_id";

    private Owner() {}

    /** The account that is asked for, by default the caller's own. Foreign ones are refused whether they exist or not. */
    static AccountId of(Exchange exchange) {
        AccountId own = exchange.caller().account();
        AccountId wanted = exchange.parameter(USER_ID)
                .map(text -> new AccountId(text.toLowerCase(Locale.ROOT)))
                .orElse(own);
        if (!exchange.caller().mayRead(wanted)) {
            throw new RefusedException(ErrorCode.FORBIDDEN);
        }
        return new AccountId(Fields.userId(USER_ID, wanted.value()));
    }
}

package com.phonepay.payment;

import com.phonepay.directory.SessionView;
import com.phonepay.kernel.AccountId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Log-ins that go on: each has one secret at a time, which is exchanged for the next whenever it is used. */
public interface Sessions {
    /** Opens a session for somebody who has just proved a password. Refusals: {@code overloaded}. */
    CompletionStage<Reply<SessionView>> open(AccountId account, String id, Holder holder, String secretHash);

    /**
     * Exchanges a secret for the next.
     *
     * <p>Refusals: {@code invalid_refresh_token}, {@code refresh_token_reused} (the session has ended),
     * {@code overloaded}.
     */
    CompletionStage<Reply<SessionView>> rotate(AccountId account, String id, String secretHash, String newHash);

    /** Ends a session, if there is one. Refusals: {@code overloaded}. */
    CompletionStage<Reply<Boolean>> end(AccountId account, String id);

    /** The sessions of an account, the last used first. Refusals: {@code overloaded}. */
    CompletionStage<Reply<List<SessionView>>> of(AccountId account);

    /**
     * Who the session is for, as its tokens will say.
     *
     * @param device what the caller calls itself
     */
    record Holder(String name, String role, String device) {}
}

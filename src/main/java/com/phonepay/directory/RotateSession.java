package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Exchanges the secret of a session for the next. Answered with {@link SessionView}, {@code invalid_refresh_token}, or
 * {@code refresh_token_reused}: a secret that was used before is in two hands, so the session ends. The same message
 * again gives the same answer.
 */
public record RotateSession(AccountId account, String id, String secretHash, String newHash, long lifeMs)
        implements Message {}

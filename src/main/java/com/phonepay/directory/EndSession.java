package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Ends a session, if there is one. Answered with {@link Acknowledged}. */
public record EndSession(AccountId account, String id) implements Message {}

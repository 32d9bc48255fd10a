package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Answered with {@link SessionsView}. */
public record QuerySessions(AccountId account) implements Message {}

package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;

/** The active account behind an alias, and its registered name. The account never changes, so it may be cached. */
public record Resolved(String alias, AccountId account, String displayName) implements Answer {}

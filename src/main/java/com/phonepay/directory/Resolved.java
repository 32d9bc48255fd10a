package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import org.jspecify.annotations.Nullable;

/** The active account behind an alias, and its registered name. The account never changes, so it may be cached. A merchant has an owner. */
public record Resolved(String alias, AccountId account, String displayName, @Nullable AccountId owner)
        implements Answer {
    public Resolved(String alias, AccountId account, String displayName) {
        this(alias, account, displayName, null);
    }
}

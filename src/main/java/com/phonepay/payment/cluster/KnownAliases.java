package com.phonepay.payment.cluster;

import com.phonepay.payment.Account;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alias means, as far as this node has asked. An active alias means one account for ever, so nothing here grows
 * old. Bounded by forgetting everything when full, which costs one question per alias.
 */
final class KnownAliases {
    private final ConcurrentHashMap<String, Account> known = new ConcurrentHashMap<>();
    private final int max;

    KnownAliases(int max) {
        this.max = max;
    }

    @Nullable
    Account get(String alias) {
        return known.get(alias);
    }

    void put(String alias, Account account) {
        if (known.size() >= max) {
            known.clear();
        }
        known.put(alias, account);
    }
}

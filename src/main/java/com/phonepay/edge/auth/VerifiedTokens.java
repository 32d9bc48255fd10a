package com.phonepay.edge.auth;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was checked already: the check costs more than a whole payment. Bounded by forgetting
 * everything when full, which is rare and harmless.
 */
final class VerifiedTokens {
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final int max;

    VerifiedTokens(int max) {
        this.max = max;
    }

    /** What a token said; the expiry is checked at every use. */
    record Known(Principal principal, long expiresAt) {}

    @Nullable
    Known get(String token) {
        return known.get(token);
    }

    void put(String token, Known what) {
        if (known.size() >= max) {
            known.clear();
        }
        if (max > 0) {
            known.put(token, what);
        }
    }
}

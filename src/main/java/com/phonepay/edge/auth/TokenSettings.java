package com.phonepay.edge.auth;

import com.phonepay.kernel.Invariant;
import java.time.Duration;

/**
 * What every token must say.
 *
 * @param issuer the {@code iss} claim
 * @param audience the {@code aud} claim
 * @param life from issue to expiry, at most ten minutes, because a token cannot be taken back
 * @param rememberedMax verified tokens that are remembered, so that a busy caller's signature is checked once
 */
public record TokenSettings(String issuer, String audience, Duration life, int rememberedMax) {
    public static final TokenSettings DEFAULT =
            new TokenSettings("phonepay", "phonepay-api", Duration.ofMinutes(10), 20_000);

    public TokenSettings {
        Invariant.check(!life.isNegative() && life.toMinutes() <= 10, "tokens live for at most ten minutes");
        Invariant.check(rememberedMax >= 0, "a number of tokens to remember");
    }
}

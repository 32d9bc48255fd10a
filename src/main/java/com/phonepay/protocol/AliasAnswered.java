package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/**
 * The durable answer to {@link ClaimAlias} (claimed or taken), {@link ActivateAlias} (activated) and
 * {@link UnclaimAlias} (given back; also the answer to a claim that comes after it).
 */
public record AliasAnswered(String alias, String driver, long registration, Result result) implements Message {
    /** What became of the alias. */
    public enum Result {
        CLAIMED,
        TAKEN,
        ACTIVATED,
        GIVEN_BACK
    }
}

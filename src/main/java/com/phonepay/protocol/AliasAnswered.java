package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** The durable answer to {@link ClaimAlias} (claimed or taken) and {@link UnclaimAlias} (given back). */
public record AliasAnswered(String alias, String driver, Result result) implements Message {
    /** What became of the claim. */
    public enum Result {
        CLAIMED,
        TAKEN,
        GIVEN_BACK
    }
}

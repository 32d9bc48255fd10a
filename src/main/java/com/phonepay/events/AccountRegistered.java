package com.phonepay.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has an account: what others may see of them. Never an e-mail address.
 *
 * @param merchant there where the account is a merchant's
 * @param at milliseconds since 1970
 */
public record AccountRegistered(String accountId, String name, String vpa, @Nullable MerchantTerms merchant, long at)
        implements Payload {

    /**
     * Who acts for a merchant, and what being paid costs it.
     *
     * @param ownerId the account of a person
     * @param mdrBasisPoints the merchant discount rate, in hundredths of a percent of what it takes in
     * @param taxBasisPoints the tax on that, in hundredths of a percent
     */
    public record MerchantTerms(String ownerId, int mdrBasisPoints, int taxBasisPoints) {}
}

package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;

/**
 * What makes an account a merchant's, fixed when it is registered.
 *
 * @param owner the account of the person who may refund, close windows and ask for payouts
 * @param email where the merchant is written to; proves nothing and is no alias
 */
public record MerchantProfile(AccountId owner, String name, String email, FeePlan plan) {
    @Override
    public String toString() {
        return "MerchantProfile[" + owner + ", " + plan + "]";
    }
}

package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who an account belongs to.
 *
 * @param name as registered, the only name a payer is ever shown
 * @param vpa the account's own payment address
 * @param owner the person behind a merchant; absent for a person
 */
public record Account(AccountId id, String name, String vpa, @Nullable AccountId owner) {
    public Account(AccountId id, String name, String vpa) {
        this(id, name, vpa, null);
    }

    public boolean isMerchant() {
        return owner != null;
    }
}

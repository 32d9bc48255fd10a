package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import java.util.Optional;

/**
 * What somebody tells of a merchant.
 *
 * @param owner the person who will act for it
 * @param email lower case, where it is written to
 * @param id the wished id; made of owner and key where absent
 * @param key the idempotency key
 */
public record MerchantRegistration(AccountId owner, String name, String email, Optional<String> id, String key) {
    @Override
    public String toString() {
        return "MerchantRegistration[" + owner + ", " + id.orElse("generated") + "]";
    }
}

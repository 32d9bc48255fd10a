package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Registration, from the directory slice of the driving e-mail alias to the slice of another alias: this alias shall
 * mean this account from now on. Idempotent; answered with {@link AliasAnswered} to the slice of {@code driver}.
 *
 * @param registration the number of the registration in its driver's slice: two people who want one user id name the
 *     same account, and one e-mail may try again after it gave up, so only driver and number together say who claims
 * @param owner the person behind a merchant; absent for a person's own alias
 */
public record ClaimAlias(
        String alias,
        AccountId account,
        String displayName,
        String driver,
        long registration,
        @Nullable AccountId owner)
        implements Message {
    public ClaimAlias(String alias, AccountId account, String displayName, String driver, long registration) {
        this(alias, account, displayName, driver, registration, null);
    }
}

package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whose an alias is.
 *
 * @param driver the e-mail alias whose registration claimed it
 * @param registration the number of that registration
 * @param owner the person behind a merchant; absent for a person's own alias
 * @param active true once and for ever when the account is; until then it does not resolve
 */
public record AliasClaim(
        AccountId account,
        String displayName,
        String driver,
        long registration,
        boolean active,
        @Nullable AccountId owner) {
    boolean isOf(String otherDriver, long otherRegistration) {
        return driver.equals(otherDriver) && registration == otherRegistration;
    }

    AliasClaim activated() {
        return new AliasClaim(account, displayName, driver, registration, true, owner);
    }
}

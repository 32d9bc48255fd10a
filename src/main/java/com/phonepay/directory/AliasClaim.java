package com.phonepay.directory;

import com.phonepay.kernel.AccountId;

/**
 * Whose an alias is.
 *
 * @param driver the e-mail alias whose registration claimed it
 * @param registration the number of that registration
 * @param active true once and for ever when the account is; until then it does not resolve
 */
public record AliasClaim(AccountId account, String displayName, String driver, long registration, boolean active) {
    boolean isOf(String otherDriver, long otherRegistration) {
        return driver.equals(otherDriver) && registration == otherRegistration;
    }

    AliasClaim activated() {
        return new AliasClaim(account, displayName, driver, registration, true);
    }
}

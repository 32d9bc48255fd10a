package com.phonepay.directory;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;

/**
 * What registration and login are set to.
 *
 * @param welcomeBonus posted to every new wallet from the promotion account; zero for none
 * @param attemptsMax passwords that may be tried in a row before the account is locked
 * @param lockMs how long the first lock lasts; each further one twice as long
 * @param lockMaxMs the longest lock
 */
public record DirectorySettings(Money welcomeBonus, int attemptsMax, long lockMs, long lockMaxMs) {
    public DirectorySettings {
        Invariant.check(!welcomeBonus.isNegative(), "nobody pays for being welcome");
        Invariant.check(attemptsMax >= 1 && lockMs > 0 && lockMaxMs >= lockMs, "a lock follows some attempts");
    }

    public static DirectorySettings usual() {
        return new DirectorySettings(Money.ofRupees(1_000), 5, 900_000, 86_400_000);
    }
}

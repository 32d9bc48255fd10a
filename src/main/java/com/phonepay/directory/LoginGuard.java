package com.phonepay.directory;

/**
 * The budget of password attempts of one account. The last attempt of the budget locks when it begins, not when it has
 * failed: attempts in parallel and crashes in between cannot add to it.
 *
 * @param attempts begun since the last success or lock
 * @param locks in a row, without a success in between
 * @param lockedUntil slice time, milliseconds since 1970
 */
public record LoginGuard(int attempts, int locks, long lockedUntil) {
    static final LoginGuard NEW = new LoginGuard(0, 0, 0);
    // The cap on the lock is reached long before; this only keeps the shift within a long.
    private static final int DOUBLINGS_MAX = 30;

    boolean isLocked(long now) {
        return now < lockedUntil;
    }

    LoginGuard attempted(long now, DirectorySettings settings) {
        if (attempts + 1 < settings.attemptsMax()) {
            return new LoginGuard(attempts + 1, locks, lockedUntil);
        }
        long doubled = settings.lockMs() << Math.min(locks, DOUBLINGS_MAX);
        long lock = doubled <= 0 ? settings.lockMaxMs() : Math.min(doubled, settings.lockMaxMs());
        return new LoginGuard(0, locks + 1, now + lock);
    }
}

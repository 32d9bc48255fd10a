package com.phonepay.directory;

/**
 * How far a registration is. Only forward; each step is an event.
 *
 * <pre>
 * RESERVED   --all aliases claimed-->  CLAIMED    --wallet open-->  ACTIVATING  --all aliases know-->  ACTIVE
 * RESERVED   --one is taken-------->   GIVING_BACK  --all given back-->  (forgotten; the e-mail is free)
 * </pre>
 *
 * From CLAIMED on nothing can refuse it any more, so a wallet is only ever opened for an account that becomes active.
 */
public enum Stage {
    RESERVED,
    CLAIMED,
    ACTIVATING,
    ACTIVE,
    GIVING_BACK;

    /** The account exists: it may log in and its e-mail resolves. */
    boolean isActive() {
        return this == ACTIVATING || this == ACTIVE;
    }

    /** It can no longer be refused. */
    boolean isCertain() {
        return this == CLAIMED || isActive();
    }

    boolean isOpen() {
        return this != ACTIVE;
    }
}

package com.phonepay.jobs.run;

/** The arguments make no sense; the message says which and why. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}

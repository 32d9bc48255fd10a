package com.phonepay.readmodel;

/** The store of the read models does not answer. Nothing is lost by that: what was published waits to be consumed. */
public final class UnavailableException extends RuntimeException {
    public UnavailableException(Throwable cause) {
        super("The read models do not answer: " + cause, cause);
    }
}

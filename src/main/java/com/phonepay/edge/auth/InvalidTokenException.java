package com.phonepay.edge.auth;

/** A token that proves nothing. The reason is for the log, never for the caller. */
public final class InvalidTokenException extends Exception {
    public InvalidTokenException(String why) {
        super(why, null, false, false);
    }
}

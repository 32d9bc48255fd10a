package com.phonepay.payment;

/** More work waits than is allowed to; nothing was begun. */
public final class OverloadedException extends RuntimeException {
    public OverloadedException(String what) {
        super(what, null, false, false);
    }
}

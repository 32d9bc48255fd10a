package com.phonepay.kernel;

/** Somebody outside the slices who waits for an answer. Opaque to a machine: it can only be kept and replied to. */
public interface Caller {
    /** The caller of messages that nobody waits for. */
    Caller NOBODY = new Caller() {
        @Override
        public String toString() {
            return "nobody";
        }
    };
}

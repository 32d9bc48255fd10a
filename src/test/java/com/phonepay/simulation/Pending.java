package com.phonepay.simulation;

/** Something that can happen next: a delivery, a landing, an acknowledgement, a timer. */
interface Pending {
    /** True where it can not happen any more: whom it concerns is gone. */
    default boolean isVoid() {
        return false;
    }

    /** True where it can not happen just now: whom it concerns is paused, or the store is down. */
    default boolean isBlocked() {
        return false;
    }

    void happen();
}

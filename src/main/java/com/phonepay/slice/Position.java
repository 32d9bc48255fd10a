package com.phonepay.slice;

/** One journal row of a slice: its sequence number and the epoch of the owner that wrote it. */
public record Position(long sequence, long epoch) {
    /** Where an empty journal stands. */
    public static final Position ORIGIN = new Position(0, 0);

    @Override
    public String toString() {
        return sequence + "@" + epoch;
    }
}

package com.phonepay.readmodel;

import java.util.Comparator;

/**
 * The event that a document was last made from. All events of one document come from one slice, so the later one is the
 * one with the higher (sequence, index).
 *
 * @param slice for example {@code wallets-3}
 * @param sequence of the journal row
 * @param index of the event in its row
 */
public record Origin(String slice, long sequence, int index) implements Comparable<Origin> {
    private static final Comparator<Origin> ORDER =
            Comparator.comparingLong(Origin::sequence).thenComparingInt(Origin::index);

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return slice + ":" + sequence + ":" + index;
    }
}

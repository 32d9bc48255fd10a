package com.phonepay.slice.snapshot;

import java.util.Iterator;
import java.util.function.LongConsumer;

/**
 * A snapshot that is stored piece by piece, each made when it is due, so that a large state is never in memory twice.
 * Comes back as the same pieces, with the same borders.
 */
public record Pieces(Iterable<byte[]> parts) {
    /** The same pieces; the size of each is told when it is made, by the thread that stores it. */
    public Pieces measured(LongConsumer bytes) {
        return new Pieces(() -> new Iterator<>() {
            private final Iterator<byte[]> made = parts.iterator();

            @Override
            public boolean hasNext() {
                return made.hasNext();
            }

            @Override
            public byte[] next() {
                byte[] piece = made.next();
                bytes.accept(piece.length);
                return piece;
            }
        });
    }
}

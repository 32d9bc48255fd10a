package com.phonepay.slice.wire;

import com.phonepay.causal.LamportClock;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The Lamport time of the sender, in eight bytes in front of a message between nodes. */
final class Stamps {
    private final LamportClock clock;

    Stamps(LamportClock clock) {
        this.clock = clock;
    }

    byte[] add(byte[] plain) {
        return ByteBuffer.allocate(Long.BYTES + plain.length)
                .putLong(clock.tick())
                .put(plain)
                .array();
    }

    /** Hears the sender's time before anybody sees the message. */
    byte[] take(byte[] stamped) {
        clock.heard(ByteBuffer.wrap(stamped).getLong());
        return Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
    }
}

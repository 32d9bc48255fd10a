package com.phonepay.slice.snapshot;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.slice.Released;
import com.phonepay.slice.wire.ReleasedFormat;
import com.phonepay.slice.wire.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A slice's released state as pieces: first what it stands on, then the events that rebuild it. */
public final class SnapshotFormat {
    /** Bytes at which a piece is closed: one row of the snapshot table. */
    static final int PIECE_BYTES = 512 * 1024;

    private final WireFormat format;
    private final ReleasedFormat heads;

    public SnapshotFormat(WireFormat format) {
        this.format = format;
        this.heads = new ReleasedFormat(format);
    }

    public <S> Pieces write(Machine<S> machine, Released<S> released) {
        byte[] head = heads.encode(released);
        return new Pieces(
                () -> new Parts(head, machine.snapshot(released.state()).iterator()));
    }

    /** The state again. Decoding is the larger half of the work and is done on all cores; applying needs the order. */
    public <S> Released<S> read(Machine<S> machine, Pieces pieces) {
        List<byte[]> parts = new ArrayList<>();
        pieces.parts().forEach(parts::add);
        Released<S> head = heads.decode(parts.get(0), machine.empty());
        S state = head.state();
        for (List<Object> events :
                parts.parallelStream().skip(1).map(format::decodeAll).toList()) {
            for (Object event : events) {
                state = machine.apply(state, (Event) event);
            }
        }
        return new Released<>(head.position(), head.at(), state, head.seen());
    }

    private final class Parts implements Iterator<byte[]> {
        private final byte[] head;
        private final Iterator<Event> events;
        private boolean begun;

        Parts(byte[] head, Iterator<Event> events) {
            this.head = head;
            this.events = events;
        }

        @Override
        public boolean hasNext() {
            return !begun || events.hasNext();
        }

        @Override
        public byte[] next() {
            if (!begun) {
                begun = true;
                return head;
            }
            if (!events.hasNext()) {
                throw new NoSuchElementException();
            }
            ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE_BYTES + 8192);
            while (events.hasNext() && piece.size() < PIECE_BYTES) {
                piece.writeBytes(format.encode(events.next()));
            }
            return piece.toByteArray();
        }
    }
}

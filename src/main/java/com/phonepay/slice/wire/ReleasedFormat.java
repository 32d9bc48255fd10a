package com.phonepay.slice.wire;

import com.phonepay.slice.Released;

/** What a snapshot stands on, as bytes: position, slice time and known epochs. The state itself follows elsewhere. */
public final class ReleasedFormat {
    private final WireFormat format;

    public ReleasedFormat(WireFormat format) {
        this.format = format;
    }

    public byte[] encode(Released<?> released) {
        return format.bytes(out -> {
            out.writeStartArray(released, 4);
            RowFormat.write(out, released.position());
            out.writeNumber(released.at());
            RowFormat.writeSeen(out, released.seen());
            out.writeEndArray();
        });
    }

    public <S> Released<S> decode(byte[] bytes, S state) {
        return format.read(bytes, in -> {
            in.nextToken();
            return new Released<>(RowFormat.readPosition(in), in.nextLongValue(0), state, RowFormat.readSeen(in));
        });
    }
}

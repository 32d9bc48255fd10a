package com.phonepay.slice.snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cuts pieces into chunks, one at a time, and puts chunks together again. */
final class Chunks implements Iterator<Chunk> {
    private final Iterator<byte[]> pieces;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    Chunks(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public boolean hasNext() {
        return rest.hasRemaining() || pieces.hasNext();
    }

    @Override
    public Chunk next() {
        if (!rest.hasRemaining()) {
            rest = ByteBuffer.wrap(pieces.next());
        }
        int length = Math.min(rest.remaining(), Chunk.BYTES_MAX);
        ByteBuffer data = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        return Chunk.of(data, !rest.hasRemaining());
    }

    /** The pieces that were cut into these chunks. */
    static List<byte[]> together(List<Chunk> chunks) {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        for (Chunk chunk : chunks) {
            byte[] bytes = new byte[chunk.data().remaining()];
            chunk.data().duplicate().get(bytes);
            open.writeBytes(bytes);
            if (chunk.endsPiece()) {
                pieces.add(open.toByteArray());
                open.reset();
            }
        }
        return pieces;
    }
}

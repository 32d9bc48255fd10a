package com.phonepay.slice.snapshot;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A part of a piece, small enough for one row. The checksum finds a row that came back other than it went in. */
record Chunk(ByteBuffer data, boolean endsPiece, long checksum) {
    static final int BYTES_MAX = 1 << 20;

    static Chunk of(ByteBuffer data, boolean endsPiece) {
        return new Chunk(data, endsPiece, checksumOf(data));
    }

    boolean isIntact() {
        return checksum == checksumOf(data);
    }

    private static long checksumOf(ByteBuffer data) {
        CRC32C crc = new CRC32C();
        crc.update(data.duplicate());
        return crc.getValue();
    }
}

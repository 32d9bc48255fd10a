package com.phonepay.coordinator.proof;

import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A chain of SHA-256 hashes over the rows of one slice: each covers its row and the hash before it. */
final class Fingerprint {
    private static final int NUMBERS = 6;
    private byte[] hash = new byte[32];

    void add(Row row) {
        MessageDigest digest = sha256();
        digest.update(hash);
        digest.update(numbers(row));
        for (Recorded recorded : row.events()) {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(recorded.bytes().length)
                    .array());
            digest.update(recorded.bytes());
        }
        hash = digest.digest();
    }

    private static byte[] numbers(Row row) {
        Position position = row.position();
        Position predecessor = row.predecessor();
        return ByteBuffer.allocate(NUMBERS * Long.BYTES)
                .putLong(position.sequence())
                .putLong(position.epoch())
                .putLong(predecessor.sequence())
                .putLong(predecessor.epoch())
                .putLong(row.at())
                .putLong(row.activation() ? 1 : 0)
                .array();
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

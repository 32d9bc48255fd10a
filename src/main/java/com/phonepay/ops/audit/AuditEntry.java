package com.phonepay.ops.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One link of the chain.
 *
 * @param sequence from 1, without gaps
 * @param at milliseconds since 1970
 * @param previousHash of the entry before; {@link #ORIGIN} in the first
 * @param hash SHA-256, in hex, over everything else
 */
public record AuditEntry(long sequence, long at, AuditFact fact, String previousHash, String hash) {
    public static final String ORIGIN = "0".repeat(64);

    /** The next entry of a chain, sealed. */
    public static AuditEntry sealed(long sequence, long at, AuditFact fact, String previousHash) {
        return new AuditEntry(sequence, at, fact, previousHash, seal(sequence, at, fact, previousHash));
    }

    /** True where nothing was changed since it was sealed. */
    boolean isIntact() {
        return hash.equals(seal(sequence, at, fact, previousHash));
    }

    private static String seal(long sequence, long at, AuditFact fact, String previousHash) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16).putLong(sequence).putLong(at).array());
            fact.words().forEach(word -> add(digest, word));
            add(digest, previousHash);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** With its length in front, so that no two lists of words give the same bytes. */
    private static void add(MessageDigest digest, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}

package com.phonepay.edge.auth;

import com.phonepay.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a caller keeps to get new access tokens: whose session, which, and its secret. Only the secret's hash is stored.
 *
 * @param secret 256 random bits
 */
public record RefreshToken(AccountId account, String session, String secret) {
    private static final String VERSION = "rt1";
    private static final int LENGTH_MAX = 512;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** The first token of a new session. */
    public static RefreshToken open(AccountId account) {
        return new RefreshToken(account, "ses_" + random(16), random(32));
    }

    /** The next token of the same session. */
    public RefreshToken next() {
        return new RefreshToken(account, session, random(32));
    }

    /** Reads what a caller sent; empty where it can not be one of ours. */
    public static Optional<RefreshToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (text.length() > LENGTH_MAX || parts.length != 4 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            String account = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            boolean fine = account.matches("[a-z0-9][a-z0-9._-]{2,63}")
                    && parts[2].matches("ses_[A-Za-z0-9_-]{22}")
                    && parts[3].matches("[A-Za-z0-9_-]{43}");
            return fine ? Optional.of(new RefreshToken(new AccountId(account), parts[2], parts[3])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As the caller keeps it; a secret. */
    public String text() {
        String name = TEXT.encodeToString(account.value().getBytes(StandardCharsets.UTF_8));
        return String.join(".", VERSION, name, session, secret);
    }

    public String secretHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return TEXT.encodeToString(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[" + session + "]";
    }
}

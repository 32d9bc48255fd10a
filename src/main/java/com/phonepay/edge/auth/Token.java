package com.phonepay.edge.auth;

/**
 * A token that was issued.
 *
 * @param text what the caller sends as a bearer; a secret
 * @param expiresAt milliseconds since 1970
 */
public record Token(String text, long expiresAt) {
    @Override
    public String toString() {
        return "Token[until " + expiresAt + "]";
    }
}

package com.phonepay.directory;

import com.phonepay.kernel.AccountId;

/**
 * One log-in that goes on: whoever shows its secret gets the next access token, and the next secret.
 *
 * @param id random, no secret
 * @param role what the access tokens will say
 * @param device what the caller calls itself, for the owner to recognise it
 * @param secretHash SHA-256 of the secret that is good now
 * @param previousHash of the secret before; only the repeat of a rotation whose answer was lost shows it rightly
 * @param createdAt slice time, milliseconds since 1970, as the others
 */
public record Session(
        AccountId account,
        String id,
        String name,
        String role,
        String device,
        String secretHash,
        String previousHash,
        long createdAt,
        long lastUsedAt,
        long expiresAt) {

    boolean isOver(long now) {
        return now >= expiresAt;
    }

    Session rotated(String newHash, long now, long newExpiry) {
        return new Session(account, id, name, role, device, newHash, secretHash, createdAt, now, newExpiry);
    }

    @Override
    public String toString() {
        return "Session[" + id + " of " + account + "]";
    }
}

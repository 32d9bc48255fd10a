package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;

/** A session without its secrets. Times are milliseconds since 1970. */
public record SessionView(
        AccountId account,
        String id,
        String name,
        String role,
        String device,
        long createdAt,
        long lastUsedAt,
        long expiresAt)
        implements Answer {
    static SessionView of(Session session) {
        return new SessionView(
                session.account(),
                session.id(),
                session.name(),
                session.role(),
                session.device(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }
}

package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * Replaces the hash of the same password by one of today's strength. Only where the old one is still in force.
 * Answered with {@link Acknowledged}, or {@code unknown_email}, {@code password_changed}.
 */
public record RehashPassword(String email, String oldHash, String newHash) implements Message {
    @Override
    public String toString() {
        return "RehashPassword[]";
    }
}

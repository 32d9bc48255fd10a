package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * Asks whether an e-mail is registered. Never tells the hash: who wants to try a password must be counted, by
 * {@link BeginLogin}. Answered with {@link EmailFound}, or {@code unknown_email}.
 */
public record Lookup(String email) implements Message {}

package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * Somebody wants to try a password. The attempt counts, durably, before the hash is told, so that parallel guesses can
 * not exceed the budget. Answered with {@link LoginChallenge}, or {@code account_locked} (fact {@code retry_after}, in
 * seconds), or {@code unknown_email}, which is for the edge alone: to people it is the same as a wrong password.
 */
public record BeginLogin(String email) implements Message {}

package com.phonepay.transaction;

import com.phonepay.kernel.Message;
import com.phonepay.protocol.Terms;

/**
 * Starts a transaction, or asks for the answer of the one that has this id already. Answered with
 * {@link InitiateAnswer} once final, or with a rejection {@code idempotency_key_reused} (another body under the id) or
 * {@code request_expired}. Re-sent by the edge with the same id until answered.
 *
 * @param attempt counts the edge's own re-sends from 1, so that a re-send is not reported as a client's replay
 * @param expiresAt milliseconds since 1970 after which a slice refuses it
 */
public record Initiate(Terms terms, int attempt, long expiresAt) implements Message {}

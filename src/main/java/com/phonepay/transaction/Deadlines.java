package com.phonepay.transaction;

/**
 * The times of the protocol, in milliseconds.
 *
 * @param prepareMs from initiation to the abort of whatever is undecided
 * @param resendFirstMs first pause before an unanswered message is sent again; doubles up to {@code resendMaxMs}
 * @param endedKeptMs from the end of a transaction to the first permission to forget it
 * @param messageLifeMs age at which a message counts as lost
 */
public record Deadlines(long prepareMs, long resendFirstMs, long resendMaxMs, long endedKeptMs, long messageLifeMs) {
    public static final Deadlines STANDARD = new Deadlines(20_000, 1_000, 8_000, 86_400_000, 600_000);

    long pauseAfter(int attempt) {
        return Math.min(resendMaxMs, resendFirstMs << Math.min(attempt - 1, 10));
    }
}

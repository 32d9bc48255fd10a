package com.phonepay.transaction;

/**
 * The times of the protocol, in milliseconds.
 *
 * @param prepareMs from initiation to the abort of whatever is undecided
 * @param resendFirstMs first pause before an unanswered message is sent again; doubles up to {@code resendMaxMs}
 * @param endedKeptMs from the end of a transaction to the first permission to forget it
 * @param messageLifeMs age at which a message counts as lost
 * @param refundPeriodMs from the end of a merchant's payment, how long it may be refunded; it is remembered as long
 */
public record Deadlines(
        long prepareMs,
        long resendFirstMs,
        long resendMaxMs,
        long endedKeptMs,
        long messageLifeMs,
        long refundPeriodMs) {
    private static final long DAY_MS = 86_400_000;
    public static final Deadlines STANDARD = new Deadlines(20_000, 1_000, 8_000, DAY_MS, 600_000, 180 * DAY_MS);

    public Deadlines withRefundPeriod(long periodMs) {
        return new Deadlines(prepareMs, resendFirstMs, resendMaxMs, endedKeptMs, messageLifeMs, periodMs);
    }

    long pauseAfter(int attempt) {
        return Math.min(resendMaxMs, resendFirstMs << Math.min(attempt - 1, 10));
    }
}

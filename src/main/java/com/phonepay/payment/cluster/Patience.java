package com.phonepay.payment.cluster;

import java.time.Duration;

/**
 * How long a caller is kept waiting.
 *
 * @param resendEvery after which an unanswered message is sent again, with the same id
 * @param total after which the caller is told what is known so far
 * @param lastLook how long the question "is it known at all?" may take after that
 * @param expiry after which a slice refuses to begin what was asked; longer than total, so that nothing begins late
 */
public record Patience(Duration resendEvery, Duration total, Duration lastLook, Duration expiry) {}

package com.phonepay.nemesis;

/**
 * What a payer was told of one payment.
 *
 * @param status SUCCESS, FAILED or BLOCKED; empty where there never was a final answer
 * @param sentAt and {@code finalAt}: nanoseconds of one clock; finalAt 0 where there was no final answer
 * @param contradiction two different final answers; empty where all were alike
 */
record Told(
        String key,
        String payer,
        String payee,
        long paise,
        String status,
        String transactionId,
        long sentAt,
        long finalAt,
        String contradiction) {}

package com.phonepay.fraud;

/**
 * A rule that contributed to a score.
 *
 * @param code stable, for programs
 * @param hundredths of the score, from 1 to 100
 * @param reason in words that the payer may read; it names no limit, so that nobody learns to stay just below it
 */
public record RuleHit(String code, int hundredths, String reason) {}

package com.phonepay.coordinator.proof;

/**
 * Something that the rules of money say can not be.
 *
 * @param code stable, for example {@code captured_twice}
 * @param slice the slice where it was seen, or {@code all}
 * @param sequence the journal row, or 0 where it is about no single row
 */
public record Violation(String code, String slice, long sequence, String detail) {}

package com.phonepay.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * A question about the transactions of everybody, for operators.
 *
 * @param status SUCCESS, FAILED or BLOCKED; null for all
 */
public record TransactionQuery(
        @Nullable String status,
        @Nullable String payer,
        @Nullable String payee,
        Filter filter,
        int limit,
        @Nullable Cursor after) {}

package com.phonepay.transaction;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** Answered with a {@link TransactionView}, or {@code transaction_not_found}. Never records anything. */
public record QueryTransaction(TransactionId id) implements Message {}

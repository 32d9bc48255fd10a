package com.phonepay.transaction;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** Answered with {@link RefundsView}, or {@code transaction_not_found}. Never records anything. */
public record QueryRefunds(TransactionId original) implements Message {}

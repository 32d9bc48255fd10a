package com.phonepay.protocol;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** The durable answer to {@link Forget}. */
public record Forgotten(TransactionId id, Role role) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** The coordinator of an ended transaction allows a wallet to forget its id. */
public record Forget(TransactionId id, Role role) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** Prepare, to the payee's wallet slice: a read-only vote. */
public record CanReceive(Terms terms, int attempt) implements Message {}

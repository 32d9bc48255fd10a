package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** Prepare, to the payer's wallet slice: set the amount aside and vote. The attempt counts from 1. */
public record Hold(Terms terms, int attempt) implements Message {}

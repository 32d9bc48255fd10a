package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** Prepare, to the payer's fraud slice: score the attempt and vote. */
public record Screen(Terms terms, int attempt) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** The coordinator tells the fraud slice how a screened transaction ended, for the payer's profile. Best effort. */
public record Concluded(Terms terms, boolean committed) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** Commit, to the payer's wallet slice: payer to clearing. Applied only to a hold under the same terms. */
public record Capture(Terms terms) implements Message {}

package com.phonepay.slice;

import com.phonepay.kernel.Caller;

/** An envelope that has arrived, and who waits for the answer. */
public record Inbound(Envelope envelope, Caller caller) {}

package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** A wallet asks what became of a hold. An id that nobody knows is aborted first and answered then (presumed abort). */
public record Inquire(Terms terms) implements Message {}

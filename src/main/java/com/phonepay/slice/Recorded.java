package com.phonepay.slice;

import com.phonepay.kernel.Event;

/** An event and its stored form. Encoded once, when it is decided, so that a batch knows its size. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are written once and never compared.
public record Recorded(Event event, byte[] bytes) {}

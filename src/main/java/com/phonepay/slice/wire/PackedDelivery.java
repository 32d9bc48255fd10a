package com.phonepay.slice.wire;

import com.phonepay.kernel.SliceAddress;

/** A {@link Delivery} that is encoded already, so that its size is known before it leaves. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are written once and never compared.
public record PackedDelivery(SliceAddress to, byte[] bytes) implements ToSlice {}

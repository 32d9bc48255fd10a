package com.phonepay.slice;

import com.phonepay.kernel.SliceAddress;

/** The slice and the epoch of its owner that a message comes from. */
public record Sender(SliceAddress slice, long epoch) {}

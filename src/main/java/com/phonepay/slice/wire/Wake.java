package com.phonepay.slice.wire;

import com.phonepay.kernel.SliceAddress;

/** Starts a slice that does not run, and lets one that runs look after what is overdue. */
public record Wake(SliceAddress to) implements ToSlice {}

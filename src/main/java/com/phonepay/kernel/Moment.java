package com.phonepay.kernel;

/** The circumstances of a decision: slice time in milliseconds since 1970 (it never goes back), and the slice itself. */
public record Moment(long now, SliceAddress slice) {}

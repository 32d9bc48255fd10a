package com.phonepay.kernel;

/** Answers a message from an owner that has been replaced: a higher epoch of the same slice was already seen. */
public record Superseded(long epoch) implements Message {}

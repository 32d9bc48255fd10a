package com.phonepay.kernel;

/** Anything that a slice can be asked or told. Commands are imperative, reports past tense. Travels over the wire. */
public interface Message {}

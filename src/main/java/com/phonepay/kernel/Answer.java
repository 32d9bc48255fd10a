package com.phonepay.kernel;

/** What a slice answers to a {@link Caller}. Travels over the wire. */
public interface Answer {}

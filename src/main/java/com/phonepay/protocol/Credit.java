package com.phonepay.protocol;

import com.phonepay.kernel.Message;

/** Commit, to the payee's wallet slice: clearing to payee. Never refused after a yes. */
public record Credit(Terms terms) implements Message {}

package com.phonepay.directory;

import com.phonepay.kernel.Message;

/** Asks the slice of an alias whom it means. Answered with {@link Resolved}, or {@code receiver_not_found}. */
public record Resolve(String alias) implements Message {}

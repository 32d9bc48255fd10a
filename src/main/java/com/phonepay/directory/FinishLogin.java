package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * How the attempt ended. Success clears the count and the lock; failure was counted when it began. Answered with
 * {@link Acknowledged}, or {@code unknown_email}.
 */
public record FinishLogin(String email, boolean succeeded) implements Message {}

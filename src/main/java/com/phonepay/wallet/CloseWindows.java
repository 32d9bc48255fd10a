package com.phonepay.wallet;

import com.phonepay.kernel.Message;

/**
 * A cut-off has come: closes every window of the slice that was opened before it and holds anything. Idempotent. Answered
 * with {@link WindowsClosed}.
 *
 * @param cutOff milliseconds since 1970
 * @param limit how many to close at most with one message
 */
public record CloseWindows(long cutOff, int limit) implements Message {}

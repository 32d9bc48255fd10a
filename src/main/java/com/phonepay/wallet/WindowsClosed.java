package com.phonepay.wallet;

import com.phonepay.kernel.Answer;

/**
 * What became of a cut-off.
 *
 * @param closed by this message
 * @param left still to be closed before the same cut-off: more than one message may close, or with refunds under way
 *     that have to end first
 */
public record WindowsClosed(int closed, int left) implements Answer {}

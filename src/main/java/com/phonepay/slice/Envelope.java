package com.phonepay.slice;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a slice.
 *
 * @param sender absent for commands from outside the slices
 * @param decidedAt when it was decided, slice time of the sender; older than the message life it is dropped as if lost
 */
public record Envelope(SliceAddress to, @Nullable Sender sender, long decidedAt, Message message) {}

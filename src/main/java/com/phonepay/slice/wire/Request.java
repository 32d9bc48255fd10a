package com.phonepay.slice.wire;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Envelope;

/** A message from outside the slices; whoever sent it waits for the answer. */
public record Request(Envelope envelope) implements ToSlice {
    @Override
    public SliceAddress to() {
        return envelope.to();
    }
}

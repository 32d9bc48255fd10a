package com.phonepay.slice.wire;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Envelope;
import java.util.List;

/** What one release sends to one slice, together. All envelopes are addressed to it. */
public record Delivery(SliceAddress to, List<Envelope> envelopes) implements ToSlice {}

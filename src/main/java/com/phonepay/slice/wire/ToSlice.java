package com.phonepay.slice.wire;

import com.phonepay.kernel.SliceAddress;

/** Whatever is routed to a slice. */
public sealed interface ToSlice permits Delivery, PackedDelivery, Request, Wake {
    SliceAddress to();
}

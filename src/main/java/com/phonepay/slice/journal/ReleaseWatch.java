package com.phonepay.slice.journal;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;

/** Hears from a slice's owner how far its rows are released. Must return at once. */
public interface ReleaseWatch {
    void released(SliceAddress slice, Position position);
}

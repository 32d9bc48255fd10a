package com.phonepay.slice;

import com.phonepay.kernel.SliceAddress;
import java.util.Map;

/**
 * State that nobody can take back: durable, and written by the slice's owner of that time.
 *
 * @param at slice time of the row it stands on
 */
public record Released<S>(Position position, long at, S state, Map<SliceAddress, Long> seen) {}

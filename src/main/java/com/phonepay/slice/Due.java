package com.phonepay.slice;

import com.phonepay.kernel.Effect;

/** An effect that waits for its batch, and the slice time at which it was decided. */
record Due(Effect effect, long decidedAt) {}

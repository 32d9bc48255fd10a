/**
 * The host of every machine: group commit, epochs, the chain of rows, what may leave and when. Plain Java, driven by
 * the Akka leaf and by the simulator alike. It knows nothing about money. Read {@link com.phonepay.slice.SliceCore} first.
 */
@NullMarked
package com.phonepay.slice;

import org.jspecify.annotations.NullMarked;

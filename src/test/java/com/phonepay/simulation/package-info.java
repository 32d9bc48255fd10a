/**
 * The whole protocol on the production code, driven by a seed: virtual time, a store, a network and clients that do
 * everything the real ones may do. Read {@link com.phonepay.simulation.World} first, then {@link com.phonepay.simulation.Oracle}.
 */
@NullMarked
package com.phonepay.simulation;

import org.jspecify.annotations.NullMarked;

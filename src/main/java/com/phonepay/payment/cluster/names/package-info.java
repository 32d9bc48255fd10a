/**
 * The wire names of every room, in one list each. A name stays for ever: it is in the journal. It must never hold
 * anything but names. Read {@link com.phonepay.slice.wire.WireNames} first.
 */
@NullMarked
package com.phonepay.payment.cluster.names;

import org.jspecify.annotations.NullMarked;

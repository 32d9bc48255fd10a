/**
 * How messages, answers and journal rows look as bytes: CBOR, with a short stable name in place of a class. It must never
 * depend on a room; rooms hand in their names. Read {@link com.phonepay.slice.wire.WireFormat} first.
 */
@NullMarked
package com.phonepay.slice.wire;

import org.jspecify.annotations.NullMarked;

/**
 * Slices as sharded persistent actors: where they live, how they are reached, what they write. It must never know about
 * money, and holds no rule of the slice core. Read {@link com.phonepay.slice.akka.SliceHost} first.
 */
@NullMarked
package com.phonepay.slice.akka;

import org.jspecify.annotations.NullMarked;

/**
 * The words every room shares: money, ids, slices, and the shape of a decision. Imports nothing but java and the
 * persistent collections. It must never learn a rule of one room. Read {@link com.phonepay.kernel.Machine} first.
 */
@NullMarked
package com.phonepay.kernel;

import org.jspecify.annotations.NullMarked;

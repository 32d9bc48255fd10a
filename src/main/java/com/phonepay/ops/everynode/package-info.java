/**
 * Questions that every node is asked at once, for an operator's views: each answers in JSON what it knows of itself. It
 * must never be on the way of a payment. Read {@link com.phonepay.ops.everynode.EveryNode} first.
 */
@NullMarked
package com.phonepay.ops.everynode;

import org.jspecify.annotations.NullMarked;

/**
 * What operators see of a node: its state, its metrics. It must never change money, and tells only what it knows of its
 * own node. Read {@link com.phonepay.ops.NodeState} first.
 */
@NullMarked
package com.phonepay.ops;

import org.jspecify.annotations.NullMarked;

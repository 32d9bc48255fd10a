/**
 * Faults that a node does to itself in a drill: it stops hearing others, or sends late. Off unless drills are enabled;
 * only the supervisor may ask for them. Read {@link com.phonepay.ops.fault.FaultRoutes} first.
 */
@NullMarked
package com.phonepay.ops.fault;

import org.jspecify.annotations.NullMarked;

/**
 * The cluster's singleton, off the path of every payment: it watches, it never decides. Read
 * {@link com.phonepay.coordinator.InDoubtWatch} first.
 */
@NullMarked
package com.phonepay.coordinator;

import org.jspecify.annotations.NullMarked;

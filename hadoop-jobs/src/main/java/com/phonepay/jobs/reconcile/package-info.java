/** The completed payments against somebody else's list. Read {@link com.phonepay.jobs.reconcile.Reconciliation} first. */
@NullMarked
package com.phonepay.jobs.reconcile;

import org.jspecify.annotations.NullMarked;

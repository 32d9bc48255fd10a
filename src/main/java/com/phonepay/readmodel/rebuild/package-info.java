/**
 * The read models against the journal: made anew from it, compared with it, repaired. Runs in a process of its own beside
 * a system that works, and waits for each answer. It must never write to the journal. Read
 * {@link com.phonepay.readmodel.rebuild.Reconciliation} first.
 */
@NullMarked
package com.phonepay.readmodel.rebuild;

import org.jspecify.annotations.NullMarked;

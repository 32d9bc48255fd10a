/**
 * Pays merchants out: asks wallet slices for payouts that are held, tells the bank, and tells the slice what the bank
 * said. It must never decide that a payout has failed; only the bank's definite refusal does. Read
 * {@link com.phonepay.worker.settlement.PayoutWorker} first.
 */
@NullMarked
package com.phonepay.worker.settlement;

import org.jspecify.annotations.NullMarked;

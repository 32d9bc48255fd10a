/**
 * The proof of the ledger from the export alone. Must never call a ledger whole that it has not seen whole: what is
 * missing or could not be read is a break too. Read {@link com.phonepay.jobs.proof.LedgerProof} first.
 */
@NullMarked
package com.phonepay.jobs.proof;

import org.jspecify.annotations.NullMarked;

/**
 * The accounts of one slice: balances, holds, limits, and double entry inside the slice. Pure. Every event's postings
 * net to zero, and no user's balance is ever negative. Read {@link com.phonepay.wallet.WalletMachine} first.
 */
@NullMarked
package com.phonepay.wallet;

import org.jspecify.annotations.NullMarked;

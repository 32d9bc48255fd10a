/**
 * The two-phase commit, seen from its coordinator: transactions of one slice, their votes, decisions and ends. Pure. It
 * must never move money; it tells wallets to. Read {@link com.phonepay.transaction.TransactionMachine} first.
 */
@NullMarked
package com.phonepay.transaction;

import org.jspecify.annotations.NullMarked;

package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;

/** One side of a posting: somebody's wallet, or this slice's stripe of a system account. */
public sealed interface LedgerAccount permits LedgerAccount.Wallet, SystemAccount {
    /** The name in statements and proofs. */
    String label();

    static LedgerAccount of(AccountId id) {
        return new Wallet(id);
    }

    /** A user's or merchant's wallet. Its balance is never negative. */
    record Wallet(AccountId id) implements LedgerAccount {
        @Override
        public String label() {
            return id.value();
        }
    }
}

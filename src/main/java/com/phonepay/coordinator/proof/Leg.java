package com.phonepay.coordinator.proof;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;

/** Who pays whom how much: of a decision, or of a posting that carries it out. */
record Leg(AccountId payer, AccountId payee, Money amount) {
    static Leg of(Terms terms) {
        return new Leg(terms.payer(), terms.payee(), terms.amount());
    }
}

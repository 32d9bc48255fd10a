package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;

/** A wallet's money: available is balance less held. The version counts the entries of the account from 1. */
public record BalanceView(AccountId account, Money balance, Money held, long version, AccountStatus status)
        implements Answer {
    public Money available() {
        return balance.minus(held);
    }
}

package com.phonepay.worker.settlement;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;

/**
 * What the bank is told.
 *
 * @param reference under which it is paid once, however often it is told
 */
public record BankInstruction(String reference, AccountId merchant, Money amount) {}

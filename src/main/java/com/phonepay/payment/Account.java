package com.phonepay.payment;

import com.phonepay.kernel.AccountId;

/**
 * Who an account belongs to.
 *
 * @param name as registered, the only name a payer is ever shown
 * @param vpa the account's own payment address
 */
public record Account(AccountId id, String name, String vpa) {}

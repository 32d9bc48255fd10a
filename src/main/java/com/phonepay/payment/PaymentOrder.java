package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;

/**
 * What a payer asks for.
 *
 * @param receiver a user id, an e-mail or a VPA, as typed
 * @param amount positive
 * @param note shown to both sides, may be empty
 * @param key the idempotency key, 1 to 255 printable characters, scoped to the payer
 */
public record PaymentOrder(AccountId payer, String receiver, Money amount, String note, String key) {}

package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;

/**
 * Registration, to the new account's wallet slice: open it and post the welcome bonus from the promotion account.
 * Idempotent by the account id; answered with {@link WalletOpened} to the directory slice of {@code replyToAlias}.
 */
public record OpenWallet(AccountId account, Money bonus, String replyToAlias) implements Message {}

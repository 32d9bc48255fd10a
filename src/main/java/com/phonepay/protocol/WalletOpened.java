package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** The durable answer to {@link OpenWallet}, addressed to the slice of the alias that drives the registration. */
public record WalletOpened(AccountId account, String alias) implements Message {}

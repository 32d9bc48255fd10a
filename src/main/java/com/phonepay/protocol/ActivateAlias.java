package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** The account behind a claimed alias is active: the alias resolves from now on, and means this account for ever. */
public record ActivateAlias(String alias, AccountId account, String driver, long registration) implements Message {}

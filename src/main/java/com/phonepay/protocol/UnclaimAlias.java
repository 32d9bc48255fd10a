package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** An abandoned registration gives an alias back. Only the account that claimed it is ever removed. */
public record UnclaimAlias(String alias, AccountId account, String driver) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * An abandoned registration gives an alias back, and refuses its own claims that are still on their way. Only what
 * this registration claimed is ever removed.
 */
public record UnclaimAlias(String alias, AccountId account, String driver, long registration) implements Message {}

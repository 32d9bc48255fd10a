package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Registration, from the directory slice of the driving e-mail alias to the slice of another alias: this alias shall
 * mean this account from now on. Idempotent; answered with {@link AliasAnswered} to the slice of {@code driver}.
 */
public record ClaimAlias(String alias, AccountId account, String displayName, String driver) implements Message {}

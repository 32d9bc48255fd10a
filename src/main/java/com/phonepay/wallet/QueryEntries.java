package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Answered with {@link EntriesView}: the last entries of the account, newest first; or {@code account_not_found}. */
public record QueryEntries(AccountId account) implements Message {}

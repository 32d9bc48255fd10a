package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Freezes, unfreezes or closes an account. Answered with {@link BalanceView}, or {@code account_not_found},
 * {@code account_closed} (a closed account stays closed), {@code account_not_empty} (close needs balance and holds of zero).
 */
public record ChangeStatus(AccountId account, AccountStatus status, String reason) implements Message {}

package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Registration, to the new account's wallet slice: open it and post the welcome bonus from the promotion account.
 * Idempotent by the account id; answered with {@link WalletOpened} to the directory slice of {@code replyToAlias}.
 *
 * @param merchant there where the account is a merchant's
 */
public record OpenWallet(AccountId account, Money bonus, String replyToAlias, @Nullable MerchantProfile merchant)
        implements Message {
    public OpenWallet(AccountId account, Money bonus, String replyToAlias) {
        this(account, bonus, replyToAlias, null);
    }
}

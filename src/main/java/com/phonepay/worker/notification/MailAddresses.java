package com.phonepay.worker.notification;

import com.phonepay.kernel.AccountId;

/** Where mail for an account goes. */
public record MailAddresses(String domain) {
    /** The directory gives nobody's own address away, so mail goes to the account's box at our mail domain. */
    String of(AccountId account) {
        return account.value() + "@" + domain;
    }
}

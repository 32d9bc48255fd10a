package com.phonepay.payment.cluster;

import com.phonepay.kernel.AccountId;

/** The payment addresses that are given out here. */
final class Vpas {
    private static final String HANDLE = "@phonepay";

    private Vpas() {}

    static String of(AccountId account) {
        return account.value() + HANDLE;
    }
}

package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Tells the fraud slice since when an account exists, in milliseconds since 1970. Idempotent. */
public record EnrolPayer(AccountId account, long openedAt) implements Message {}

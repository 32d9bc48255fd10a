package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** An operator forbids an account to pay. Idempotent; the first reason stands. Answered with {@link ProfileView}. */
public record BlockAccount(AccountId account, String reason) implements Message {}

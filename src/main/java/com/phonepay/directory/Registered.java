package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;

/** The account is active. The aliases have their kind in front. */
public record Registered(AccountId account, String name, String email, String vpa) implements Answer {}

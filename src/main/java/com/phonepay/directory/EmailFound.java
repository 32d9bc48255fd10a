package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;

/** An e-mail that somebody registered or is registering. */
public record EmailFound(String email, AccountId account, Stage stage) implements Answer {}

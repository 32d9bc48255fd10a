package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where accounts are written to. For those who send mail; no address is ever shown or logged. */
public interface Mailboxes {
    /**
     * The e-mail address of a person or a merchant; empty where no active account has this id. Fails where the directory
     * does not answer in time.
     */
    CompletionStage<Optional<String>> of(AccountId account);
}

package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * Asks the slice of an account's id alias where the account is written to. Answered with {@link Mailbox}, or
 * {@code receiver_not_found} where no active account has this id. For workers only: nobody outside is told.
 */
public record QueryMailbox(String idAlias) implements Message {}

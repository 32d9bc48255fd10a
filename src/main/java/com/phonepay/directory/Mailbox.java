package com.phonepay.directory;

import com.phonepay.kernel.Answer;

/** The e-mail address of an account: a person's own, or the one that was told of a merchant. Never logged. */
public record Mailbox(String email) implements Answer {
    @Override
    public String toString() {
        return "Mailbox[...]";
    }
}

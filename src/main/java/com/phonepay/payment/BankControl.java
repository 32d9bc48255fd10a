package com.phonepay.payment;

import java.util.concurrent.CompletionStage;

/** How the bank of a development cluster behaves from now on. There is no such thing in production. */
public interface BankControl {

    /** What the bank does with payouts. */
    enum Behaviour {
        PAYS,
        /** Refuses new instructions for good. */
        REFUSES,
        /** Takes instructions and says nothing, to inquiries neither, until it behaves otherwise again. */
        TIMES_OUT,
        /** Takes instructions, and answers inquiries only after a while. */
        ANSWERS_LATE
    }

    CompletionStage<Behaviour> behaviour();

    /** Takes effect on every node at once, and survives restarts. */
    CompletionStage<Behaviour> behave(Behaviour behaviour);
}

package com.phonepay.kernel;

/**
 * What should happen in the world because of a decision, as data. An effect leaves only when the batch it was decided
 * in is durable and the slice is still ours, unless it is early: then a message leaves at once, and an answer as soon as
 * everything that was decided before it is released.
 */
public sealed interface Effect {
    boolean early();

    /** Answers a caller. */
    record Reply(Caller to, Answer answer, boolean early) implements Effect {}

    /** Tells another slice something. */
    record Send(SliceAddress to, Message message, boolean early) implements Effect {}

    /** Calls for an operator: something arrived that the protocol says can not. Raised only by the slice's true owner. */
    record Alarm(String code, String detail) implements Effect {
        @Override
        public boolean early() {
            return false;
        }
    }

    static Effect reply(Caller to, Answer answer) {
        return new Reply(to, answer, false);
    }

    static Effect replyEarly(Caller to, Answer answer) {
        return new Reply(to, answer, true);
    }

    static Effect send(SliceAddress to, Message message) {
        return new Send(to, message, false);
    }

    static Effect sendEarly(SliceAddress to, Message message) {
        return new Send(to, message, true);
    }
}

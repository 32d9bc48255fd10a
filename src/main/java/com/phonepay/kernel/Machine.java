package com.phonepay.kernel;

/**
 * The rules of one kind of slice, pure: it decides, a host records. State is immutable. {@link #apply} is the only way
 * in which state changes; whatever {@code decide} returns is applied event by event, live and after recovery alike.
 *
 * @param <S> the immutable state of one slice
 */
public interface Machine<S> {
    S empty();

    /** Decides one message. Never changes anything, never reads a clock: time is in the moment. */
    Outcome decide(S state, Message message, Caller caller, Moment moment);

    S apply(S state, Event event);

    /**
     * The state as journalled events which, applied in order to {@link #empty()}, rebuild it. Leaves out whatever
     * {@link Note}s left behind. Lazily evaluated: a large slice is written in pieces.
     */
    Iterable<Event> snapshot(S state);
}

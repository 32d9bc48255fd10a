package com.phonepay.events;

/** This event will never be handled, however often it is tried: it is set aside for people to look at. */
public final class UnprocessableEventException extends RuntimeException {
    private final transient EventId event;

    public UnprocessableEventException(EventId event, String why) {
        super(event + ": " + why);
        this.event = event;
    }

    public EventId event() {
        return event;
    }
}

package com.phonepay.fraud;

import com.phonepay.kernel.Money;

/** How often and how much a payer tries to pay, over every window. */
record Velocity(SlidingTally minute, SlidingTally hour, SlidingTally day) {
    static final Velocity NONE =
            new Velocity(SlidingTally.of(Window.MINUTE), SlidingTally.of(Window.HOUR), SlidingTally.of(Window.DAY));

    Velocity counted(long at, Money amount) {
        return new Velocity(minute.counted(at, amount), hour.counted(at, amount), day.counted(at, amount));
    }

    /** The money of an attempt of that time did not move. */
    Velocity givenBack(long at, Money amount) {
        return new Velocity(minute.givenBack(at, amount), hour.givenBack(at, amount), day.givenBack(at, amount));
    }

    Tally in(Window window, long now) {
        return switch (window) {
            case MINUTE -> minute.total(now);
            case HOUR -> hour.total(now);
            case DAY -> day.total(now);
        };
    }
}

package com.phonepay.events;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the journal an event is: the same event has the same id however often it is published. Written as
 * {@code wallets-3:1204:7}.
 *
 * @param sequence of the row
 * @param index in the row's batch, from 0
 */
public record EventId(SliceAddress slice, long sequence, int index) {
    private static final Pattern SHAPE = Pattern.compile("([a-z]+)-(\\d{1,5}):(\\d{1,18}):(\\d{1,7})");

    /** Reads the written form; empty where the text is none. */
    public static Optional<EventId> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(SliceType.values())
                .filter(type -> type.label().equals(shape.group(1)))
                .findFirst()
                .map(type -> new EventId(
                        new SliceAddress(type, Integer.parseInt(shape.group(2))),
                        Long.parseLong(shape.group(3)),
                        Integer.parseInt(shape.group(4))));
    }

    /** Whether this comes later in the same slice's journal. */
    public boolean isAfter(EventId other) {
        return sequence > other.sequence || (sequence == other.sequence && index > other.index);
    }

    @Override
    public String toString() {
        return slice + ":" + sequence + ":" + index;
    }
}

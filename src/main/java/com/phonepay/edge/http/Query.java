package com.phonepay.edge.http;

import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Days;
import com.phonepay.readmodel.Filter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search and refuses what has the wrong shape, naming the parameter. */
final class Query {
    /** The parameters that {@link #filter} reads. */
    static final Set<String> FILTER = Set.of("from", "to", "amount_min", "amount_max", "counterparty", "utr", "kind");

    private static final int PAGE_USUAL = 20;
    private static final int PAGE_MAX = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern UTR = Pattern.compile("[0-9A-Za-z]{6,35}");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{1,31}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern RUPEES = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");

    private final Exchange exchange;

    Query(Exchange exchange) {
        this.exchange = exchange;
    }

    Filter filter() {
        long from = time("from", false, 0);
        long to = time("to", true, Long.MAX_VALUE);
        if (from >= to) {
            throw wrong("to", "The end must be after the beginning.");
        }
        long least = paise("amount_min", 0);
        long most = paise("amount_max", Long.MAX_VALUE);
        if (least > most) {
            throw wrong("amount_max", "The largest amount must not be below the smallest.");
        }
        return new Filter(from, to, least, most, name("counterparty"), text("utr", UTR), text("kind", WORD));
    }

    int limit() {
        String text = exchange.parameter("limit").orElse(Integer.toString(PAGE_USUAL));
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PAGE_MAX) {
            throw wrong("limit", "A page has 1 to " + PAGE_MAX + " entries.");
        }
        return limit;
    }

    @Nullable
    Cursor cursor() {
        return exchange.parameter("cursor")
                .map(text -> Cursor.decode(text).orElseThrow(() -> wrong("cursor", "This is no cursor from here.")))
                .orElse(null);
    }

    /** An account id or the name of a system account; null where it is absent. */
    @Nullable
    String name(String parameter) {
        return exchange.parameter(parameter)
                .map(text -> shaped(parameter, text.toLowerCase(Locale.ROOT), NAME))
                .orElse(null);
    }

    <E extends Enum<E>> @Nullable E word(String parameter, Class<E> words) {
        return exchange.parameter(parameter)
                .map(text -> word(parameter, text, words))
                .orElse(null);
    }

    private static <E extends Enum<E>> E word(String parameter, String text, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong(parameter, "This is not one of the words that are known here.");
    }

    /** A day of Asia/Kolkata, or a time. The end of a span that is given as a day includes that day. */
    long time(String parameter, boolean end, long otherwise) {
        return exchange.parameter(parameter)
                .map(text -> time(parameter, text, end))
                .orElse(otherwise);
    }

    private static long time(String parameter, String text, boolean end) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return Days.begin(end ? day.plusDays(1) : day);
            }
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(parameter, "This is neither a day such as 2026-01-31 nor a time such as 2026-01-31T10:00:00Z.");
        }
    }

    private long paise(String parameter, long otherwise) {
        return exchange.parameter(parameter)
                .map(text -> new BigDecimal(shaped(parameter, text, RUPEES))
                        .movePointRight(2)
                        .longValueExact())
                .orElse(otherwise);
    }

    private @Nullable String text(String parameter, Pattern shape) {
        return exchange.parameter(parameter)
                .map(text -> shaped(parameter, text, shape))
                .orElse(null);
    }

    private static String shaped(String parameter, String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            throw wrong(parameter, "This has not the right shape.");
        }
        return text;
    }

    static RefusedException wrong(String parameter, String detail) {
        return RefusedException.field(ErrorCode.INVALID_FIELD, parameter, detail);
    }
}

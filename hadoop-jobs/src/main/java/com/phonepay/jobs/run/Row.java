package com.phonepay.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.jspecify.annotations.Nullable;

/** A row of an answer: a JSON object whose fields keep their order. */
public final class Row {
    /** The zone of days and hours: a day is the day whose limits and settlement it counts for. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

    private final ObjectNode object = JSON.createObjectNode();

    public Row with(String field, long value) {
        object.put(field, value);
        return this;
    }

    public Row with(String field, @Nullable String value) {
        object.put(field, value);
        return this;
    }

    public Row with(String field, List<String> values) {
        var array = object.putArray(field);
        values.forEach(array::add);
        return this;
    }

    /** Money, as decimal rupees with two places. */
    public Row withMoney(String field, long paise) {
        return with(field, rupees(paise));
    }

    /** A moment in Asia/Kolkata, to the second. */
    public Row withTime(String field, long millis) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atZone(ZONE).toOffsetDateTime();
        return with(field, time.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    /** A moment in Asia/Kolkata, to the minute. */
    public Row withHour(String field, long millis) {
        return with(field, Instant.ofEpochMilli(millis).atZone(ZONE).format(HOUR));
    }

    public static String rupees(long paise) {
        return BigDecimal.valueOf(paise, 2).toPlainString();
    }

    /** The Asia/Kolkata day of a moment: 2026-11-24. */
    public static String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZONE).toLocalDate().toString();
    }

    public Text toText() {
        try {
            return new Text(JSON.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

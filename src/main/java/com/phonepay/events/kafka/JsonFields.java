package com.phonepay.events.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.kernel.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a record's JSON, each read strictly: a missing or strange one is a malformed record. */
record JsonFields(JsonNode json) {
    String text(String name) throws MalformedRecordException {
        String value = optionalText(name);
        if (value == null) {
            throw new MalformedRecordException("the field " + name + " is missing");
        }
        return value;
    }

    @Nullable
    String optionalText(String name) throws MalformedRecordException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new MalformedRecordException("the field " + name + " is no text");
        }
        return value.textValue();
    }

    long whole(String name) throws MalformedRecordException {
        Long value = optionalWhole(name);
        if (value == null) {
            throw new MalformedRecordException("the field " + name + " is missing");
        }
        return value;
    }

    int small(String name) throws MalformedRecordException {
        long value = whole(name);
        if (value != (int) value) {
            throw new MalformedRecordException("the field " + name + " is too large");
        }
        return (int) value;
    }

    @Nullable
    Long optionalWhole(String name) throws MalformedRecordException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedRecordException("the field " + name + " is no whole number");
        }
        return value.longValue();
    }

    @Nullable
    Double optionalNumber(String name) throws MalformedRecordException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new MalformedRecordException("the field " + name + " is no number");
        }
        return value.doubleValue();
    }

    Money money(String name) throws MalformedRecordException {
        return Money.ofPaise(whole(name + "_paise"));
    }

    @Nullable
    Money optionalMoney(String name) throws MalformedRecordException {
        Long paise = optionalWhole(name + "_paise");
        return paise == null ? null : Money.ofPaise(paise);
    }

    long time(String name) throws MalformedRecordException {
        return instant(name, text(name));
    }

    @Nullable
    Long optionalTime(String name) throws MalformedRecordException {
        String text = optionalText(name);
        return text == null ? null : instant(name, text);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) throws MalformedRecordException {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new MalformedRecordException("the field " + name + " has an unknown word");
    }

    List<String> texts(String name) throws MalformedRecordException {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : json.path(name)) {
            if (!value.isTextual()) {
                throw new MalformedRecordException("the list " + name + " has something that is no text");
            }
            texts.add(value.textValue());
        }
        return List.copyOf(texts);
    }

    private static long instant(String name, String text) throws MalformedRecordException {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new MalformedRecordException("the field " + name + " is no time");
        }
    }
}

package com.phonepay.edge.http;

import com.phonepay.kernel.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values of a request and refuses what has the wrong shape, naming the field. */
final class Fields {
    private static final Pattern USER_ID = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
    private static final Pattern VPA = Pattern.compile("[a-z0-9._-]{2,256}@[a-z]{2,64}");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,62}\\.)+[a-z0-9-]{2,63}");
    private static final int EMAIL_MAX = 254;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int DECIMALS_MAX = 2;

    private Fields() {}

    static String required(JsonBody body, String name) {
        return optional(body, name).orElseThrow(() -> missing(name));
    }

    /** A text without control characters; blanks around it are cut off, and nothing left counts as absent. */
    static Optional<String> optional(JsonBody body, String name) {
        Optional<String> sent = body.find(name).map(value -> text(name, value));
        return sent.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A text exactly as it was sent. */
    static String secret(JsonBody body, String name) {
        return body.find(name).map(value -> text(name, value)).orElseThrow(() -> missing(name));
    }

    private static String text(String name, JsonBody.Value value) {
        if (value.type() != JsonBody.Type.TEXT) {
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, "This must be a text.");
        }
        return printable(name, value.raw());
    }

    /** Refuses control characters and halves of characters, which no name, note or id has. */
    private static String printable(String name, String text) {
        boolean fine = text.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (!fine) {
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, "This has a character that cannot be shown.");
        }
        return text;
    }

    static String bounded(String name, String text, int charactersMin, int charactersMax) {
        int characters = text.codePointCount(0, text.length());
        if (characters < charactersMin || characters > charactersMax) {
            String detail = "This must have " + charactersMin + " to " + charactersMax + " characters.";
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, detail);
        }
        return text;
    }

    static String email(String name, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!isEmail(lower)) {
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, "This is not an e-mail address.");
        }
        return lower;
    }

    /** Whether an account could have this id, in lower case. */
    static boolean isUserId(String lower) {
        return USER_ID.matcher(lower).matches();
    }

    static String userId(String name, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!isUserId(lower)) {
            String detail =
                    "A user id has 3 to 64 of a-z, 0-9, dot, underscore and dash, and begins with a letter or digit.";
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, detail);
        }
        return lower;
    }

    /** A user id, an e-mail or a VPA, in lower case. */
    static String alias(String name, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!USER_ID.matcher(lower).matches() && !VPA.matcher(lower).matches() && !isEmail(lower)) {
            throw RefusedException.field(ErrorCode.INVALID_FIELD, name, "This is no user id, e-mail or VPA.");
        }
        return lower;
    }

    private static boolean isEmail(String lower) {
        return lower.length() <= EMAIL_MAX && EMAIL.matcher(lower).matches();
    }

    /** A positive amount in decimal rupees with at most two places, up to the given one. */
    static Money amount(JsonBody body, String name, Money max) {
        JsonBody.Value value = body.find(name).orElseThrow(() -> missing(name));
        if (value.type() != JsonBody.Type.NUMBER
                || !DECIMAL.matcher(value.raw()).matches()) {
            throw RefusedException.field(ErrorCode.INVALID_AMOUNT, name, null);
        }
        return amount(name, value.raw(), max);
    }

    /** The same, of a parameter of the query. */
    static Money amount(String name, String digits, Money max) {
        if (!DECIMAL.matcher(digits).matches()) {
            throw RefusedException.field(ErrorCode.INVALID_AMOUNT, name, null);
        }
        BigDecimal rupees = new BigDecimal(digits);
        if (rupees.signum() <= 0) {
            throw RefusedException.field(ErrorCode.AMOUNT_NOT_POSITIVE, name, null);
        }
        if (rupees.scale() > DECIMALS_MAX) {
            throw RefusedException.field(ErrorCode.INVALID_AMOUNT, name, null);
        }
        BigDecimal paise = rupees.movePointRight(DECIMALS_MAX);
        if (paise.compareTo(BigDecimal.valueOf(max.paise())) > 0) {
            throw RefusedException.field(ErrorCode.AMOUNT_OUT_OF_RANGE, name, null);
        }
        return Money.ofPaise(paise.longValueExact());
    }

    /** A whole number from 1 to the given one. */
    static Optional<Integer> whole(JsonBody body, String name, int most) {
        return body.find(name).map(value -> {
            boolean fine = value.type() == JsonBody.Type.NUMBER
                    && WHOLE.matcher(value.raw()).matches();
            int number = fine ? Integer.parseInt(value.raw()) : 0;
            if (number < 1 || number > most) {
                String detail = "This must be a whole number from 1 to " + most + ".";
                throw RefusedException.field(ErrorCode.INVALID_FIELD, name, detail);
            }
            return number;
        });
    }

    private static RefusedException missing(String name) {
        return RefusedException.field(ErrorCode.MISSING_FIELD, name, "The field " + name + " is required.");
    }
}

package com.phonepay.kernel;

import java.util.Map;

/**
 * A named refusal: nothing changed. The code is stable and listed in the public error catalogue; the detail is for
 * people; the facts (a limit, what was used, when it resets) are for programs.
 */
public record Rejection(String code, Kind kind, String detail, Map<String, String> facts) implements Answer {

    /** The coarse class of a refusal, which the edge turns into a status code. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        MISMATCH,
        DECLINED,
        UNAVAILABLE
    }

    public static Rejection of(String code, Kind kind, String detail) {
        return new Rejection(code, kind, detail, Map.of());
    }
}

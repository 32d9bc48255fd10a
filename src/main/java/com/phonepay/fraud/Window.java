package com.phonepay.fraud;

/** The sliding windows. Kept in steps, so that memory is bounded whatever the load; a window is long by up to one step. */
enum Window {
    MINUTE(60_000L, 5_000L, "a minute"),
    HOUR(3_600_000L, 60_000L, "an hour"),
    DAY(86_400_000L, 3_600_000L, "a day");

    private final long spanMs;
    private final long stepMs;
    private final String inWords;

    Window(long spanMs, long stepMs, String inWords) {
        this.spanMs = spanMs;
        this.stepMs = stepMs;
        this.inWords = inWords;
    }

    long startOfStep(long at) {
        return Math.floorDiv(at, stepMs) * stepMs;
    }

    /** True where some of the step that starts there is still within the window. */
    boolean reaches(long startOfStep, long now) {
        return startOfStep + stepMs > now - spanMs;
    }

    String inWords() {
        return inWords;
    }

    /** Part of stable rule codes. */
    String code() {
        return switch (this) {
            case MINUTE -> "minute";
            case HOUR -> "hour";
            case DAY -> "day";
        };
    }
}

package com.phonepay.simulation;

/** Something happened that must never happen. The code names the broken promise; the detail is for people. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    Violation(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    Violation(String code, Throwable cause) {
        super(code + ": " + cause, cause);
        this.code = code;
    }

    String code() {
        return code;
    }

    static void unless(boolean holds, String code, Object detail) {
        if (!holds) {
            throw new Violation(code, String.valueOf(detail));
        }
    }
}

package com.phonepay.settings;

import java.util.List;

/** The configuration can not be used. Lists everything that is wrong with it, a line each. */
public final class BadSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSettingsException(List<String> errors) {
        super("The configuration has " + errors.size() + " error(s):\n  - " + String.join("\n  - ", errors));
    }
}

package com.phonepay.settings;

import java.util.Optional;

/** Where something listens. */
public record HostPort(String host, int port) {
    static Optional<HostPort> parse(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon < 1 || !digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
            return Optional.empty();
        }
        return Optional.of(new HostPort(text.substring(0, colon), Integer.parseInt(digits)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

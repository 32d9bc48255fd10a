package com.phonepay.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads values and collects what is wrong with them, so that an operator sees all errors at once. */
public final class SettingsReader {
    private final Config config;
    private final List<String> errors = new ArrayList<>();

    public SettingsReader(Config config) {
        this.config = config;
    }

    public String text(String path) {
        return read(path, "", config::getString);
    }

    /** Text with commas between its parts; blanks around them do not count. */
    public List<String> list(String path) {
        return Arrays.stream(text(path).split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public int number(String path, int least, int most) {
        int value = read(path, least, config::getInt);
        check(value >= least && value <= most, path + " is " + value + ", not between " + least + " and " + most);
        return value;
    }

    public long longNumber(String path, long least, long most) {
        long value = read(path, least, config::getLong);
        check(value >= least && value <= most, path + " is " + value + ", not between " + least + " and " + most);
        return value;
    }

    public int port(String path) {
        return number(path, 1, 65_535);
    }

    public Duration duration(String path) {
        return read(path, Duration.ZERO, config::getDuration);
    }

    public long bytes(String path) {
        return read(path, 0L, config::getBytes);
    }

    public boolean flag(String path) {
        return read(path, false, config::getBoolean);
    }

    public String oneOf(String path, String... allowed) {
        String value = text(path);
        check(List.of(allowed).contains(value), path + " is '" + value + "', not one of " + Arrays.toString(allowed));
        return value;
    }

    /** A list of {@code host:port}, at least one. */
    public List<HostPort> hostPorts(String path) {
        List<HostPort> parsed = new ArrayList<>();
        for (String part : list(path)) {
            HostPort.parse(part).ifPresentOrElse(parsed::add, () -> error(path + " has '" + part + "', not host:port"));
        }
        check(!parsed.isEmpty(), path + " names no host:port");
        return List.copyOf(parsed);
    }

    public void check(boolean holds, String error) {
        if (!holds) {
            error(error);
        }
    }

    public void error(String error) {
        errors.add(error);
    }

    /** Throws where anything was wrong so far. */
    public void finish() {
        if (!errors.isEmpty()) {
            throw new BadSettingsException(errors);
        }
    }

    private <T> T read(String path, T instead, Function<String, T> reading) {
        try {
            return reading.apply(path);
        } catch (ConfigException e) {
            error(path + ": " + e.getMessage());
            return instead;
        }
    }
}

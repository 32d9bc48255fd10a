package com.phonepay.jobs.run;

import com.phonepay.jobs.lake.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for.
 *
 * @param in the root of the lake
 * @param out a folder that must not be there yet and keeps the rows, or null to keep nothing
 * @param options the analysis's own options
 */
record Arguments(String in, @Nullable String out, Days days, boolean json, Map<String, String> options) {
    private static final Set<String> COMMON = Set.of("in", "out", "from", "to");

    static Arguments parse(String[] arguments, Set<String> own) {
        Map<String, String> given = new HashMap<>();
        boolean json = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                json = true;
                continue;
            }
            String name = name(arguments[i], own);
            if (++i == arguments.length) {
                throw new UsageException("--" + name + " wants a value");
            }
            given.put(name, arguments[i]);
        }
        String in = given.remove("in");
        if (in == null) {
            throw new UsageException("--in DIR, the folder of the exported events, is missing");
        }
        String out = given.remove("out");
        return new Arguments(in, out, days(given.remove("from"), given.remove("to")), json, given);
    }

    private static String name(String argument, Set<String> own) {
        String name = argument.startsWith("--") ? argument.substring(2) : "";
        if (!COMMON.contains(name) && !own.contains(name)) {
            throw new UsageException("Unknown option " + argument);
        }
        return name;
    }

    private static Days days(@Nullable String from, @Nullable String to) {
        try {
            return new Days(day(from), day(to));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("Not a day like 2026-11-24: " + text);
        }
    }
}

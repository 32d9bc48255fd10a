package com.phonepay.jobs.history;

import com.phonepay.jobs.run.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./phonepay simulate --days D --users U --seed S}: writes a made-up past as export files. */
public final class SimulateHistory {
    public static final String NAME = "simulate";

    private static final Set<String> OPTIONS = Set.of("days", "users", "seed", "transactions", "from", "out");

    private SimulateHistory() {}

    public static int run(String[] arguments, PrintStream out) throws IOException {
        Map<String, String> given = parse(arguments);
        if (given.containsKey("help")) {
            out.println(
                    "Usage: simulate --out DIR [--days 30] [--users 1000] [--seed 1] [--transactions N] [--from 2026-01-01]");
            return 0;
        }
        int days = (int) number(given, "days", 30, 1, 3_660);
        int users = (int) number(given, "users", 1_000, 10, 5_000_000);
        long seed = number(given, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        long transactions = number(given, "transactions", (long) days * users, 1, 1_000_000_000);
        Path folder = folder(given);
        long started = System.nanoTime();
        History history = new History(new Plan(users, days, transactions, seed, day(given)), folder);
        long payments = history.write();
        out.printf(
                Locale.ROOT,
                "%d transactions of %d users in %d days written to %s in %.1f s%n",
                payments,
                users,
                days,
                folder,
                (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private static Map<String, String> parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (name.equals("help")) {
                given.put("help", "");
            } else if (!OPTIONS.contains(name) || i + 1 == arguments.length) {
                throw new UsageException("Unknown option, or one without its value: " + arguments[i]);
            } else {
                given.put(name, arguments[++i]);
            }
        }
        return given;
    }

    private static long number(Map<String, String> given, String name, long otherwise, long least, long most) {
        String text = given.get(name);
        try {
            long value = text == null ? otherwise : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        throw new UsageException("--" + name + " is a whole number from " + least + " to " + most + ", not " + text);
    }

    private static LocalDate day(Map<String, String> given) {
        String text = given.getOrDefault("from", "2026-01-01");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--from is a day like 2026-01-01, not " + text);
        }
    }

    /** What is made up must never lie next to what happened. */
    private static Path folder(Map<String, String> given) throws IOException {
        String out = given.get("out");
        if (out == null) {
            throw new UsageException("--out DIR is missing");
        }
        Path folder = Path.of(out);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new UsageException("The folder is not empty: " + out);
                }
            }
        }
        return folder;
    }
}

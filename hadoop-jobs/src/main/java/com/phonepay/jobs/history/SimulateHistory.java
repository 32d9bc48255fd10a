package com.phonepay.jobs.history;

import com.phonepay.jobs.live.LiveHistory;
import com.phonepay.jobs.run.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code ./phonepay simulate --days D --users U --seed S}: writes a made-up past as export files. With
 * {@code --through URL} it happens now instead, in the running system behind that address.
 */
public final class SimulateHistory {
    public static final String NAME = "simulate";

    private static final Set<String> OPTIONS =
            Set.of("days", "users", "seed", "transactions", "from", "out", "through");
    private static final Set<String> OF_THE_PAST = Set.of("days", "from", "out");

    /** There are payments of which nobody said what became of them. */
    private static final int NOT_FINAL = 4;

    private SimulateHistory() {}

    public static int run(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        Map<String, String> given = parse(arguments);
        if (given.containsKey("help")) {
            out.println(
                    """
                    Usage: simulate --out DIR [--days 30] [--users 1000] [--seed 1] [--transactions N] [--from 2026-01-01]
                           simulate --through URL [--users 20] [--seed 1] [--transactions N]""");
            return 0;
        }
        return given.containsKey("through") ? happen(given, out) : write(given, out);
    }

    private static int happen(Map<String, String> given, PrintStream out) throws IOException, InterruptedException {
        for (String option : OF_THE_PAST) {
            if (given.containsKey(option)) {
                throw new UsageException("--through is about now; --" + option + " is about a past in files");
            }
        }
        int users = (int) number(given, "users", 20, 2, 10_000);
        int payments =
                (int) number(given, "transactions", 10L * users, 1, (long) users * LiveHistory.PAYMENTS_MAX_EACH);
        long seed = number(given, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        var wish = new LiveHistory.Wish(address(given.getOrDefault("through", "")), users, payments, seed);
        return LiveHistory.run(wish, out) ? 0 : NOT_FINAL;
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException notOne) {
            // Refused below.
        }
        throw new UsageException("--through is an address like http://127.0.0.1:5000, not " + text);
    }

    private static int write(Map<String, String> given, PrintStream out) throws IOException {
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

package com.phonepay.nemesis;

import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ControlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bank test by hand, on a running cluster: {@code ./phonepay test --nemesis NAME|mix --minutes M --seed S --rate R
 * [--report FILE]}, or {@code --nemesis deaths --times N}.
 */
public final class Bank {
    private Bank() {}

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        String name = option(words, "--nemesis", "mix");
        long minutes = Long.parseLong(option(words, "--minutes", "3"));
        long seed = Long.parseLong(option(words, "--seed", Long.toString(System.currentTimeMillis())));
        int rate = Integer.parseInt(option(words, "--rate", "40"));
        Layout layout = Layout.fromEnvironment();
        int nodes = new ControlClient(layout).status().orElseThrow().nodes().size();
        List<Integer> numbers = IntStream.rangeClosed(1, nodes).boxed().toList();
        BankRun run = new BankRun(layout, numbers, seed);
        int times = Integer.parseInt(option(words, "--times", "1"));
        Plan plan = name.equals("deaths")
                ? run.deaths(times)
                : run.mixture(Nemesis.these(name), Duration.ofMinutes(minutes));
        BankRun.Result result = run.run(plan, rate);
        String report = BankReport.of(name, minutes, seed, rate, result);
        System.out.println(report);
        String file = option(words, "--report", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), report);
        }
        System.exit(result.violations().isEmpty() && result.healed() ? 0 : 1);
    }

    private static String option(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}

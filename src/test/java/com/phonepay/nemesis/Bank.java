package com.phonepay.nemesis;

import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ControlClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./phonepay test --nemesis NAME|mix --minutes M --seed S --rate R}: the bank test by hand, on a running cluster. */
public final class Bank {
    private Bank() {}

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        String name = option(words, "--nemesis", "mix");
        long minutes = Long.parseLong(option(words, "--minutes", "3"));
        long seed = Long.parseLong(option(words, "--seed", Long.toString(System.currentTimeMillis())));
        int rate = Integer.parseInt(option(words, "--rate", "40"));
        List<Nemesis> nemeses = name.equals("mix")
                ? List.of(Nemesis.values())
                : List.of(Nemesis.of(name).orElseThrow());
        Layout layout = Layout.fromEnvironment();
        int nodes = new ControlClient(layout).status().orElseThrow().nodes().size();
        List<Integer> numbers =
                java.util.stream.IntStream.rangeClosed(1, nodes).boxed().toList();
        BankRun.Result result = new BankRun(layout, numbers, seed).run(nemeses, Duration.ofMinutes(minutes), rate);
        print(name, minutes, seed, rate, result);
        System.exit(result.violations().isEmpty() && result.healed() ? 0 : 1);
    }

    private static String option(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    private static void print(String name, long minutes, long seed, int rate, BankRun.Result result) {
        System.out.printf("%nnemesis %s, %d minutes, seed %d, %d payments a second%n", name, minutes, seed, rate);
        System.out.println("faults " + result.faults());
        System.out.printf(
                "payments %d, acknowledged %d, healed %s, settled after %.1f s%n",
                result.history().told().size(), result.acknowledged(), result.healed(), result.settledMs() / 1000.0);
        System.out.println("ledger " + (result.proof().isBalanced() ? "BALANCED" : "IMBALANCED")
                + ", rows of superseded" + " owners " + result.proof().discarded() + ", "
                + result.proof().counts());
        System.out.println("violations " + result.violations().size());
        result.violations().stream().limit(20).forEach(violation -> System.out.println("  " + violation));
    }
}

package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay logs}. */
@Command(name = "logs", description = "Shows the end of the logs.")
final class LogsCommand implements Callable<Integer> {

    private final Layout layout = Layout.fromEnvironment();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "node-1, cassandra, kafka or supervisor; all by default.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on as new lines come.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines of each (default: 50).")
    private int lines;

    @Override
    public Integer call() throws IOException {
        var files = files();
        var tails = files.stream()
                .map(file -> new Tail(file, files.size() == 1 ? "" : nameOf(file) + " | "))
                .toList();
        for (var tail : tails) {
            tail.printLast(lines);
        }
        while (follow && Await.pause()) {
            for (var tail : tails) {
                tail.printNew();
            }
        }
        return 0;
    }

    private List<Path> files() throws IOException {
        var all = all();
        if (all.isEmpty()) {
            throw new Failure("There are no logs in " + layout.logs() + " yet.", "./phonepay up starts the cluster.");
        }
        var wanted = name == null ? all : all.stream().filter(this::isWanted).toList();
        if (wanted.isEmpty()) {
            var known = String.join(", ", all.stream().map(LogsCommand::nameOf).toList());
            throw new Failure("There is no log of " + name + ".", "There are: " + known);
        }
        return wanted;
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(layout.logs())) {
            return List.of();
        }
        try (var found = Files.list(layout.logs())) {
            return found.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private boolean isWanted(Path file) {
        return nameOf(file).equals(name);
    }

    private static String nameOf(Path log) {
        return log.getFileName().toString().replace(".log", "");
    }
}

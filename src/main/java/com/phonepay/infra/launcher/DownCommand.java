package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.ProcessIdentity;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Leftovers;
import com.phonepay.infra.supervisor.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phonepay down}. */
@Command(name = "down", description = "Stops the cluster and leaves no process behind. The data stays.")
final class DownCommand implements Callable<Integer> {

    private static final Duration EXIT_LIMIT = Duration.ofSeconds(20);

    private final Layout layout = Layout.fromEnvironment();
    private final Console console = Console.standard();

    @Option(names = "--wipe", description = "Also deletes all data: money, logs and secrets of this cluster.")
    private boolean wipe;

    @Override
    public Integer call() throws IOException {
        var running = new ControlClient(layout).status();
        if (running.isPresent()) {
            stop(running.get());
        }
        int leftovers = new Leftovers(layout).end();
        if (leftovers > 0) {
            console.say("  Ended " + leftovers + " processes that nobody supervised any more.");
        } else if (running.isEmpty()) {
            console.say("  Nothing was running.");
        }
        if (wipe) {
            deleteData();
        }
        return 0;
    }

    private void stop(StatusReport running) {
        var client = new ControlClient(layout);
        var supervisor = ProcessIdentity.of(running.supervisorPid());
        carryOut("Stopping " + running.nodes().size() + " nodes and their servers", client::down);
        carryOut("Stopping the supervisor; the first time it prepares a faster start", client::finish);
        supervisor.ifPresent(process -> Await.until(() -> !process.isAlive(), EXIT_LIMIT));
    }

    private void carryOut(String what, Order order) {
        var step = console.begin(what);
        var answer = CompletableFuture.runAsync(() -> send(order));
        while (!answer.isDone() && Await.pause()) {
            step.working();
        }
        step.done("");
    }

    private interface Order {
        void send() throws IOException;
    }

    private static void send(Order order) {
        try {
            order.send();
        } catch (IOException endedFirst) {
            // The supervisor may be gone before its answer is; whether all went with it is looked at next.
        }
    }

    private void deleteData() throws IOException {
        if (!Files.exists(layout.data())) {
            return;
        }
        try (var files = Files.walk(layout.data())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        console.say("  Deleted " + layout.data());
    }
}

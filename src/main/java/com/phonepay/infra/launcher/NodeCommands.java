package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay node kill|stop|start N}. */
@Command(
        name = "node",
        synopsisSubcommandLabel = "(kill | stop | start) N",
        description = "Kills, stops or starts one node of the running cluster.")
final class NodeCommands {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final Layout layout = Layout.fromEnvironment();
    private final Console console = Console.standard();

    @Command(name = "kill", description = "Ends the node at once, as a power cut would. It stays down until started.")
    int kill(@Parameters(paramLabel = "N") int number) throws IOException {
        order("kill", number, "Killing node " + number);
        return 0;
    }

    @Command(name = "stop", description = "Lets the node hand over its work and leave. It stays down until started.")
    int stop(@Parameters(paramLabel = "N") int number) throws IOException {
        order("stop", number, "Stopping node " + number);
        return 0;
    }

    @Command(name = "start", description = "Starts the node again and waits until it is ready.")
    int start(@Parameters(paramLabel = "N") int number) throws IOException {
        order("start", number, "Starting node " + number);
        var step = console.begin("Node " + number + " joins");
        var api = new ApiClient(Https.of(layout), layout.httpPort(number));
        boolean ready = Await.until(
                () -> {
                    step.working();
                    return api.isReady();
                },
                READY_LIMIT);
        if (!ready) {
            step.failed();
            throw new Failure("Node " + number + " is not ready.", "./phonepay logs node-" + number + " shows why.");
        }
        step.done("");
        return 0;
    }

    private void order(String order, int number, String what) {
        var step = console.begin(what);
        try {
            new ControlClient(layout).node(order, number);
            step.done("");
        } catch (ControlClient.RefusedOrder e) {
            step.failed();
            throw new Failure(String.valueOf(e.getMessage()), "./phonepay status shows the nodes.");
        } catch (IOException nobody) {
            step.failed();
            throw Failure.notRunning();
        }
    }
}

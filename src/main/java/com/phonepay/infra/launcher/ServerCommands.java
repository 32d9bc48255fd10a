package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ControlClient;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay server kill|stop|start NAME}. */
@Command(
        name = "server",
        synopsisSubcommandLabel = "(kill | stop | start) NAME",
        description = "Kills, stops or starts one server that the nodes use, such as kafka.")
final class ServerCommands {

    private final Layout layout = Layout.fromEnvironment();
    private final Console console = Console.standard();

    @Command(name = "kill", description = "Ends the server at once, as a power cut would. It stays down until started.")
    int kill(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return order("kill", name, "Killing " + name);
    }

    @Command(name = "stop", description = "Lets the server end in good order. It stays down until started.")
    int stop(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return order("stop", name, "Stopping " + name);
    }

    @Command(name = "start", description = "Starts the server again, with the data it had.")
    int start(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return order("start", name, "Starting " + name);
    }

    private int order(String order, String name, String what) throws IOException {
        var step = console.begin(what);
        try {
            new ControlClient(layout).server(order, name);
            step.done("");
            return 0;
        } catch (ControlClient.RefusedOrder e) {
            step.failed();
            throw new Failure(String.valueOf(e.getMessage()), "./phonepay status shows the servers.");
        } catch (IOException nobody) {
            step.failed();
            throw Failure.notRunning();
        }
    }
}

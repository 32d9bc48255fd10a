package com.phonepay.infra.launcher;

import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Leftovers;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phonepay status}. */
@Command(name = "status", description = "Shows the nodes, the servers they use, and the logins.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var layout = Layout.fromEnvironment();
        var report = new ControlClient(layout).status();
        var view = new StatusView(layout, report);
        if (json) {
            System.out.println(JsonFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(view.json()));
        } else if (report.isPresent()) {
            System.out.print(view.text());
        } else {
            System.err.println(whyThereIsNothing(new Leftovers(layout).find().size()));
        }
        return report.isPresent() ? 0 : Failure.NOT_RUNNING;
    }

    private static String whyThereIsNothing(int leftovers) {
        return leftovers == 0
                ? "Nothing is running. Start it with ./phonepay up"
                : "The supervisor is gone and left " + leftovers + " processes. ./phonepay down ends them;"
                        + " ./phonepay up ends them and starts again.";
    }
}

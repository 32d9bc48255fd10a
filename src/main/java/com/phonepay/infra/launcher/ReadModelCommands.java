package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.supervisor.ClusterPlan;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Leftovers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./phonepay readmodel rebuild|reconcile}. */
@Command(
        name = "readmodel",
        synopsisSubcommandLabel = "(rebuild | reconcile)",
        description = "Makes the documents in MongoDB anew from the journal, or compares them with it.")
final class ReadModelCommands {

    private static final String MAIN = "com.phonepay.ReadModelMain";

    private final Layout layout = Layout.fromEnvironment();

    @Command(
            name = "rebuild",
            description = "Writes every document anew from the journal while the system works, and compares them all.")
    int rebuild(
            @Option(names = "--wipe", description = "Removes the documents first; histories are short meanwhile.")
                    boolean wipe)
            throws IOException {
        return run(wipe ? List.of("rebuild", "--wipe") : List.of("rebuild"));
    }

    @Command(
            name = "reconcile",
            description = "Compares every document with the journal. Exit code 4: there are differences.")
    int reconcile(
            @Option(names = "--repair", description = "Puts right what differs, and compares once more.")
                    boolean repair)
            throws IOException {
        return run(repair ? List.of("reconcile", "--repair") : List.of("reconcile"));
    }

    private int run(List<String> arguments) throws IOException {
        if (new ControlClient(layout).status().isEmpty()) {
            throw Failure.notRunning();
        }
        var plan = ClusterPlan.read(layout);
        var command = new ArrayList<String>();
        command.add(JvmOptions.java());
        command.add(Leftovers.mark(layout));
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.add("-Dlogback.configurationFile=logback-command.xml");
        command.addAll(List.of("-cp", plan.classpath(), MAIN));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(layout.project().toFile());
        builder.environment().put("PHONEPAY_PROFILE", plan.profile());
        for (var server : EmbeddedServers.all(layout)) {
            builder.environment().put(server.variable(), plan.address(server));
        }
        return exitCode(builder.inheritIO().start());
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return Failure.FAILED;
        }
    }
}

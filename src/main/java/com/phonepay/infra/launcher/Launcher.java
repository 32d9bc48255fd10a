package com.phonepay.infra.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The front door: {@code ./phonepay COMMAND}. A new command is a new class and one line in the list below. */
@Command(
        name = "./phonepay",
        description = "Runs a PhonePay cluster on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            NodeCommands.class,
            ServerCommands.class,
            JobsCommand.class,
            SimulateCommand.class,
            ReadModelCommands.class,
            LedgerCommands.class,
            AuditCommands.class,
            CertificatesCommand.class,
            DrillCommand.class,
            TestCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Environment: PHONEPAY_PORT_OFFSET moves every port, PHONEPAY_DATA the data directory,",
            "  PHONEPAY_CASSANDRA_CONTACT_POINTS=host:port uses a Cassandra that already runs,",
            "  PHONEPAY_KAFKA_BOOTSTRAP_SERVERS=host:port a Kafka, PHONEPAY_REDIS_URI=redis://host:port a Redis.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing is running."
        })
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        // The symbols of the progress lines are not in every locale's character set.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
    }

    static CommandLine commandLine() {
        var launcher = new CommandLine(new Launcher())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((failure, command, parsed) -> Failure.report(failure, command.getErr()));
        offerHelp(launcher);
        return launcher;
    }

    private static void offerHelp(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.addMixin("help", new HelpOption());
            command.getSubcommands().values().forEach(Launcher::offerHelp);
        }
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}

package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.Supervisor;
import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.supervisor.Leftovers;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Starts the supervisor so that it outlives the launcher and the terminal. */
final class SupervisorProcess {

    private static final List<String> FLAGS =
            List.of("-Xms16m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private SupervisorProcess() {}

    static Process start(Layout layout, String classpath) throws IOException {
        Files.createDirectories(layout.logs());
        var command = new ArrayList<String>();
        ownSession().ifPresent(command::add);
        command.add(JvmOptions.java());
        command.add(Leftovers.mark(layout));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classpath, Supervisor.class.getName()));
        var builder = new ProcessBuilder(command).directory(layout.project().toFile());
        builder.environment().put("PHONEPAY_HOME", layout.project().toString());
        builder.environment().put("PHONEPAY_DATA", layout.data().toString());
        return builder.redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(layout.log("supervisor").toFile()))
                .start();
    }

    /** A session of its own: what is typed in the terminal, and its end, do not reach the cluster. */
    private static Optional<String> ownSession() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}

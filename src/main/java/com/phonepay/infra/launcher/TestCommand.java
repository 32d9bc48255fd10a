package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay test}. The start script runs the same file without building first. */
@Command(name = "test", description = "Runs every test, part by part, and stops at the first part that fails.")
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "PART", description = "Numbers of the parts to run; all by default.")
    private List<String> parts = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var project = Layout.fromEnvironment().project();
        var command = new ArrayList<String>();
        command.add(project.resolve("src/test/run-tests.sh").toString());
        command.addAll(parts);
        return new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}

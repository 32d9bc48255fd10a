package com.phonepay.infra.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay simulate}. The start script runs the same file itself, since it asks nothing of a cluster. */
@Command(name = "simulate", description = "Makes up a believable past as export files, for the jobs.")
final class SimulateCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "--days D, --users U, --seed S, --out DIR.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("simulate"));
        all.addAll(arguments);
        return JobsScript.run(all);
    }
}

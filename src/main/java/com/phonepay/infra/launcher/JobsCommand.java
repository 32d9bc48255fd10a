package com.phonepay.infra.launcher;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay jobs}. The start script runs the same file itself, since it asks nothing of a cluster. */
@Command(name = "jobs", description = "Runs a MapReduce job over the exported events: ./phonepay jobs help names them.")
final class JobsCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "The job and its options.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return JobsScript.run(arguments);
    }
}

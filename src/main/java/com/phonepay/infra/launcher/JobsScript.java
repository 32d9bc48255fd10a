package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The script that builds and runs the jobs, which are a project of their own. */
final class JobsScript {
    private JobsScript() {}

    static int run(List<String> arguments) throws IOException, InterruptedException {
        var project = Layout.fromEnvironment().project();
        var command = new ArrayList<String>();
        command.add(project.resolve("hadoop-jobs/jobs.sh").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}

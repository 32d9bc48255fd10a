package com.phonepay.jobs.run;

import com.phonepay.jobs.lake.Lake;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.conf.Configured;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.Tool;
import org.apache.hadoop.util.ToolRunner;
import org.jspecify.annotations.Nullable;

/** Runs one analysis: {@code --in DIR [--out DIR] [--from DAY] [--to DAY] [--json]}, and Hadoop's own options before. */
public final class AnalysisTool extends Configured implements Tool {
    /** The exit status of an answer that something is wrong. */
    public static final int NOT_CLEAN = 4;

    private final Analysis analysis;
    private final PrintStream out;
    private final PrintStream progress;

    public AnalysisTool(Analysis analysis, PrintStream out, PrintStream progress) {
        this.analysis = analysis;
        this.out = out;
        this.progress = progress;
    }

    /** The whole way from the command line; used by {@code hadoop jar} too. */
    public int start(String[] arguments) throws Exception {
        return ToolRunner.run(new Configuration(), this, arguments);
    }

    @Override
    public int run(String[] arguments) throws IOException, InterruptedException {
        Arguments asked = Arguments.parse(arguments, analysis.options().keySet());
        Result result = answer(asked);
        out.println(asked.json() ? result.toJson() : ResultTable.of(result));
        return result.clean() ? 0 : NOT_CLEAN;
    }

    private Result answer(Arguments asked) throws IOException, InterruptedException {
        Configuration configuration = Defaults.apply(getConf());
        Path in = existing(configuration, asked.in());
        Path folder = folder(configuration, asked);
        var progressBar = new Progress(progress, System.getenv("PHONEPAY_TERMINAL") != null);
        Run run = new Run(configuration, new Lake(in, asked.days()), folder, asked.options(), progressBar);
        FileSystem files = folder.getFileSystem(configuration);
        try {
            return answer(asked, configuration, run);
        } finally {
            files.delete(asked.out() == null ? folder : new Path(folder, "between"), true);
        }
    }

    private Result answer(Arguments asked, Configuration configuration, Run run)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        analysis.run(run);
        return new Result(
                analysis.name(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                textOrNull(asked.days().from()),
                textOrNull(asked.days().to()),
                (System.nanoTime() - started) / 1_000_000,
                analysis.isClean(run.totals()),
                run.totals().all(),
                analysis.columns(),
                run.hasOutput() ? Rows.read(configuration, run.output()) : List.of());
    }

    private static Path existing(Configuration configuration, String in) throws IOException {
        Path path = new Path(in);
        FileSystem files = path.getFileSystem(configuration);
        if (!files.exists(path)) {
            throw new UsageException("There is no folder " + files.makeQualified(path));
        }
        return files.makeQualified(path);
    }

    private static Path folder(Configuration configuration, Arguments asked) throws IOException {
        if (asked.out() == null) {
            return new Path(configuration.get("hadoop.tmp.dir"), "phonepay-" + UUID.randomUUID());
        }
        Path out = new Path(asked.out());
        if (out.getFileSystem(configuration).exists(out)) {
            throw new UsageException("The folder is there already, and nothing is written over: " + out);
        }
        return out;
    }

    private static @Nullable String textOrNull(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

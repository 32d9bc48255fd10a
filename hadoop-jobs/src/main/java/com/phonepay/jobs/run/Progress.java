package com.phonepay.jobs.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Job;

/** Shows how far a stage is, on a line that is written over; on anything but a terminal it says nothing. */
final class Progress {
    private static final long EVERY_MILLIS = 300;

    private final PrintStream out;
    private final boolean isShown;

    Progress(PrintStream out, boolean isShown) {
        this.out = out;
        this.isShown = isShown;
    }

    /** A line that is being written over. */
    interface Shown {
        void end();
    }

    Shown follow(Job job) {
        if (!isShown) {
            return () -> {};
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(() -> show(job), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            clock.shutdownNow();
            out.print("\r\u001b[K");
            out.flush();
        };
    }

    private void show(Job job) {
        try {
            out.printf(
                    Locale.ROOT,
                    "\r\u001b[K  … %s: map %.0f %%, reduce %.0f %%",
                    job.getJobName(),
                    100 * job.mapProgress(),
                    100 * job.reduceProgress());
            out.flush();
        } catch (IOException | IllegalStateException notSubmittedYet) {
            // The next time, then.
        }
    }
}

package com.phonepay.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The jobs over the lake.
 *
 * @param command the program that runs a job, with its first arguments; empty where this installation has none
 * @param lake what the jobs read: a directory or the address of one on a Hadoop file system; empty where there is none
 * @param work a directory for what a run leaves while it lasts
 * @param nightlyAt the time of the day in Asia/Kolkata; empty where no night is planned
 * @param days that a run looks at
 * @param jobTimeout after which a job is ended
 * @param hold so long a run belongs to a node that is not heard of
 * @param lookEvery how often the coordinator looks whether there is something to run
 */
public record AnalyticsSettings(
        List<String> command,
        String lake,
        Path work,
        Optional<LocalTime> nightlyAt,
        int days,
        Duration jobTimeout,
        Duration hold,
        Duration lookEvery) {
    static AnalyticsSettings read(SettingsReader in) {
        String work = in.text("phonepay.analytics.work-directory");
        Duration hold = in.duration("phonepay.analytics.hold");
        in.check(
                hold.compareTo(Duration.ofSeconds(3)) >= 0,
                "phonepay.analytics.hold is " + hold + ", less than three seconds");
        return new AnalyticsSettings(
                in.list("phonepay.analytics.command"),
                in.text("phonepay.lake.directory"),
                Path.of(work.isEmpty() ? System.getProperty("java.io.tmpdir") : work),
                nightlyAt(in),
                in.number("phonepay.analytics.days", 1, 366),
                in.duration("phonepay.analytics.job-timeout"),
                hold,
                in.duration("phonepay.analytics.look-every"));
    }

    private static Optional<LocalTime> nightlyAt(SettingsReader in) {
        String text = in.text("phonepay.analytics.nightly-at");
        if (text.equals("off")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            in.error("phonepay.analytics.nightly-at is '" + text + "', neither hh:mm nor off");
            return Optional.empty();
        }
    }
}

package com.phonepay.jobs.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;

/**
 * The landed events: {@code ROOT/TOPIC/dt=YYYY-MM-DD/*.avro}, on any Hadoop file system. A day is a day in
 * Asia/Kolkata. Besides Avro a folder may hold {@code *.jsonl} that somebody wrote by hand, with the same field names.
 */
public final class Lake {
    private static final String DAY = "dt=";

    private final Path root;
    private final Days days;

    public Lake(Path root, Days days) {
        this.root = root;
        this.days = days;
    }

    /** Those that are read. */
    public Days days() {
        return days;
    }

    /** Lets the job read these fields of a topic. A topic that nobody wrote to yet has nothing to read. */
    public void feed(Job job, Topic topic, String... fields) throws IOException {
        for (Path folder : folders(job, topic, fields)) {
            FileInputFormat.addInputPath(job, folder);
        }
    }

    /** Whether there is anything to read at all. */
    public static boolean isFed(Job job) {
        return FileInputFormat.getInputPaths(job).length > 0;
    }

    /** As {@link #feed}, for a job that reads something else too and puts its inputs together itself. */
    public List<Path> folders(Job job, Topic topic, String... fields) throws IOException {
        Projections.set(job.getConfiguration(), topic, List.of(fields));
        Path home = new Path(root, topic.folder());
        FileSystem files = home.getFileSystem(job.getConfiguration());
        List<Path> found = new ArrayList<>();
        try {
            for (FileStatus child : files.listStatus(home)) {
                if (child.isDirectory() && isWanted(child.getPath()) && files.listStatus(child.getPath()).length > 0) {
                    found.add(child.getPath());
                }
            }
        } catch (FileNotFoundException nothingWrittenYet) {
            return List.of();
        }
        return found;
    }

    private boolean isWanted(Path folder) {
        return dayOf(folder.getName()).filter(days::contain).isPresent();
    }

    private static Optional<LocalDate> dayOf(String folder) {
        if (!folder.startsWith(DAY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(folder.substring(DAY.length())));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}

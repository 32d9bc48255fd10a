package com.phonepay.infra.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process and the moment it started. A process id alone is not enough: the system gives it to another process
 * later, and that one must never be ended in place of ours.
 *
 * @param pid the process id
 * @param started an opaque mark of the start, equal for the same process only
 */
public record ProcessIdentity(long pid, String started) {

    private static final int START_TIME_AFTER_NAME = 19;

    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessIdentity::startOf)
                .map(started -> new ProcessIdentity(pid, started));
    }

    public static ProcessIdentity self() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The live process, or empty when it has ended, even if its number now belongs to somebody else. */
    public Optional<ProcessHandle> find() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    private static Optional<String> startOf(ProcessHandle process) {
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            var text = Files.readString(stat);
            // The name is in parentheses and may itself hold blanks and parentheses, so count from the last one.
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            // A process that has ended but is not yet collected by its parent has nothing left to end.
            return fields[0].equals("Z")
                    ? Optional.empty()
                    : Optional.of(bootId() + "/" + fields[START_TIME_AFTER_NAME]);
        } catch (IOException noProcFileSystem) {
            return process.info().startInstant().map(at -> Long.toString(at.toEpochMilli()));
        }
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}

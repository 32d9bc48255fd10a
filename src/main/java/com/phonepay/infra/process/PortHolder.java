package com.phonepay.infra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as this user may see it (Linux: from {@code /proc}).
 *
 * @param command the beginning of its command line
 */
public record PortHolder(long pid, String command) {

    private static final int SHOWN = 100;
    private static final String LISTENING = "0A";

    public static Optional<PortHolder> of(int port) {
        return socketOn(port).flatMap(PortHolder::ownerOf).map(PortHolder::describe);
    }

    /** The inode of the listening socket: the key that joins the socket table with the processes' open files. */
    private static Optional<String> socketOn(int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(PortHolder::lines)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .findFirst();
    }

    private static Optional<Long> ownerOf(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> hasOpen(pid, socket))
                .findFirst();
    }

    private static boolean hasOpen(long pid, String socket) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException | UncheckedIOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static PortHolder describe(long pid) {
        var line = String.join(" ", CommandLine.of(pid));
        return new PortHolder(pid, line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException noProcFileSystem) {
            return Stream.empty();
        }
    }
}

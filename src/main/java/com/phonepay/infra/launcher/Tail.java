package com.phonepay.infra.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the end of a growing file. */
final class Tail {

    private static final int WIDTH = 400;

    private final Path file;
    private final String prefix;
    private long position;

    Tail(Path file, String prefix) {
        this.file = file;
        this.prefix = prefix;
    }

    /** The last lines of the file as one text; empty when it cannot be read. */
    static String last(Path file, int lines) {
        try (var all = Files.lines(file)) {
            var list = all.map(line -> "  | " + line).toList();
            return String.join("\n", list.subList(Math.max(0, list.size() - lines), list.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    void printLast(int lines) throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            position = Math.max(0, log.length() - (long) lines * WIDTH);
            var text = readFrom(log);
            var all = text.lines().toList();
            all.subList(Math.max(0, all.size() - lines), all.size()).forEach(this::print);
        }
    }

    void printNew() throws IOException {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            // A shorter file is a new file under the old name.
            position = log.length() < position ? 0 : position;
            readFrom(log).lines().forEach(this::print);
        }
    }

    private String readFrom(RandomAccessFile log) throws IOException {
        log.seek(position);
        var bytes = new byte[(int) Math.min(log.length() - position, Integer.MAX_VALUE / 2)];
        log.readFully(bytes);
        // A line that is still being written is shown when it is complete.
        int complete = bytes.length;
        while (complete > 0 && bytes[complete - 1] != '\n') {
            complete--;
        }
        position += complete;
        return new String(bytes, 0, complete, StandardCharsets.UTF_8);
    }

    private void print(String line) {
        System.out.println(prefix + line);
    }
}

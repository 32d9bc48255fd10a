package com.phonepay.infra.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line of a running process. */
public final class CommandLine {

    private CommandLine() {}

    /** The program and its arguments; empty when the process is gone or may not be looked at. */
    public static List<String> of(long pid) {
        try {
            // Not ProcessHandle.Info: it reads one page only, and a Java class path is longer than that.
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.isEmpty() ? List.of() : List.of(text.split("\0"));
        } catch (IOException noProcFileSystem) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .map(line -> List.of(line.split(" ", -1)))
                    .orElse(List.of());
        }
    }
}

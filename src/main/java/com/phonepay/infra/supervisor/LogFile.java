package com.phonepay.infra.supervisor;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a process writes what it prints. A large file is put aside at the next start; one old file is kept. */
final class LogFile {

    private static final long LARGE = 50_000_000;

    private LogFile() {}

    static Redirect open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) > LARGE) {
            var old = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        }
        return Redirect.appendTo(file.toFile());
    }
}

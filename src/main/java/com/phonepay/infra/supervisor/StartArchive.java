package com.phonepay.infra.supervisor;

import com.phonepay.infra.process.JvmOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The classes of one program in the form in which a JVM maps them into memory, so that it need not read and check
 * thousands of class files at every start. The first run notes which classes it loads; the archive is made from that.
 */
final class StartArchive {

    private static final String OWN = "com/phonepay/";

    private final Path directory;
    private final String program;
    private final String classpath;

    /** @param program the file name's beginning; archives of an older class path under this name are removed */
    StartArchive(Path directory, String program, String classpath) {
        this.directory = directory;
        this.program = program;
        this.classpath = classpath;
    }

    /** The flags with which the program starts: with the archive, or noting what belongs into one. */
    List<String> flags() throws IOException {
        Files.createDirectories(directory);
        return isMade()
                ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive())
                : List.of("-XX:DumpLoadedClassList=" + notes());
    }

    boolean isMade() {
        return Files.exists(archive());
    }

    /** The process that makes the archive from the notes taken so far. It yields to everything else. */
    Process make(List<String> jvmOptions, String mark) throws IOException {
        var command = new ArrayList<String>(List.of("nice", "-n", "19", JvmOptions.java(), mark));
        jvmOptions.stream()
                .filter(option -> option.startsWith("--add") || option.contains("GC"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xshare:dump",
                "-Xmx512m",
                "-XX:SharedClassListFile=" + completeNotes(),
                "-XX:SharedArchiveFile=" + fresh(),
                "-cp",
                classpath));
        var log = directory.resolve(program + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Takes what {@link #make} made into use, in place of what older builds left. */
    void keep() throws IOException {
        try (var files = Files.list(directory)) {
            for (var old : files.filter(this::isOlder).toList()) {
                Files.delete(old);
            }
        }
        Files.move(fresh(), archive(), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isOlder(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(program + "-") && !file.equals(fresh());
    }

    /** The program may be in the middle of a line, and its own classes are not in the archive. */
    private Path completeNotes() throws IOException {
        var text = Files.readString(notes());
        var complete = text.substring(0, text.lastIndexOf('\n') + 1);
        var ofLibraries = complete.lines().filter(line -> !line.contains(OWN)).toList();
        return Files.write(directory.resolve(program + ".classes"), ofLibraries);
    }

    private Path archive() {
        return directory.resolve(key() + ".jsa");
    }

    private Path fresh() {
        return directory.resolve(key() + ".new");
    }

    private Path notes() {
        return directory.resolve(key() + ".notes");
    }

    /** Another class path or another Java needs another archive. */
    private String key() {
        var all = classpath + System.getProperty("java.vm.version");
        return program + "-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }
}

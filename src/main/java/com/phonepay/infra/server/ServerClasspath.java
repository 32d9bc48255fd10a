package com.phonepay.infra.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A server's jars, resolved once from the server's own pom ({@code src/main/infra/NAME/pom.xml}) and remembered under
 * {@code target/infra} until that pom changes. Nothing is asked of the network while the remembered answer holds.
 */
public final class ServerClasspath {

    private final Path project;
    private final String name;

    /** @param project the root of the source tree */
    public ServerClasspath(Path project, String name) {
        this.project = project;
        this.name = name;
    }

    /** The class path as one string, for {@code java -cp}. Runs Maven when there is no valid answer yet. */
    public String resolve() throws IOException {
        Files.createDirectories(file().getParent());
        // Two test runs may ask at the same time; the second waits and finds the answer of the first.
        try (var channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !isCurrent()) {
                resolveWithMaven();
            }
            return Files.readString(file()).strip();
        }
    }

    /** Where this program's own classes are, for a server that starts through one of them. */
    public static Path ownClasses() {
        var source = ServerClasspath.class.getProtectionDomain().getCodeSource();
        return Path.of(URI.create(source.getLocation().toString()));
    }

    private boolean isCurrent() throws IOException {
        if (!Files.exists(file())
                || Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(pom())) < 0) {
            return false;
        }
        var jars = Files.readString(file()).strip().split(File.pathSeparator, -1);
        return Arrays.stream(jars).allMatch(jar -> Files.exists(Path.of(jar)));
    }

    private void resolveWithMaven() throws IOException {
        var fresh = file().resolveSibling(name + ".classpath.new");
        var log = file().resolveSibling(name + "-classpath.log");
        var command = new ProcessBuilder(
                "mvn",
                "-B",
                "-ntp",
                "-f",
                pom().toString(),
                "dependency:build-classpath",
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=" + fresh);
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        if (waitFor(command.start()) != 0) {
            throw new IOException("Maven could not find the jars of " + name + "; its output is in " + log
                    + ". The first time needs the network (Maven Central).");
        }
        Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private int waitFor(Process maven) {
        try {
            return maven.waitFor();
        } catch (InterruptedException e) {
            maven.destroy();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while Maven resolved " + name, e));
        }
    }

    private Path pom() {
        return project.resolve("src/main/infra/" + name + "/pom.xml");
    }

    private Path file() {
        return project.resolve("target/infra/" + name + ".classpath");
    }

    private Path lockFile() {
        return project.resolve("target/infra/" + name + ".lock");
    }
}

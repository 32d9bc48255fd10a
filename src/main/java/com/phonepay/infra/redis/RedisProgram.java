package com.phonepay.infra.redis;

import com.phonepay.infra.server.ServerClasspath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** Finds a {@code redis-server} that runs here: the one of the artifact, else the one that the system has. */
final class RedisProgram {
    private static final String ARTIFACT = "embedded-redis-";
    private static final int ANSWER_SECONDS = 5;

    private final Path project;

    RedisProgram(Path project) {
        this.project = project;
    }

    Path find() throws IOException {
        Optional<Path> carried = carried();
        if (carried.filter(RedisProgram::runs).isPresent()) {
            return carried.get();
        }
        return installed()
                .filter(RedisProgram::runs)
                .orElseThrow(() -> new IOException("No Redis runs here: the one from Maven Central needs OpenSSL 3, "
                        + "and there is no redis-server on the PATH (Debian: apt install redis-server). "
                        + "Or set PHONEPAY_REDIS_URI to a Redis that runs elsewhere."));
    }

    /** The program for this system, unpacked once; empty where the artifact has none. */
    private Optional<Path> carried() throws IOException {
        var jars = new ServerClasspath(project, "redis").resolve().split(File.pathSeparator, -1);
        var jar = Arrays.stream(jars)
                .map(Path::of)
                .filter(RedisProgram::isArtifact)
                .findFirst();
        return jar.isEmpty() ? Optional.empty() : unpacked(jar.get());
    }

    private static boolean isArtifact(Path jar) {
        return jar.getFileName().toString().startsWith(ARTIFACT);
    }

    private Optional<Path> unpacked(Path artifact) throws IOException {
        try (var jar = new JarFile(artifact.toFile())) {
            var entry = jar.stream()
                    .filter(found -> found.getName().matches("redis-server-.*-" + system()))
                    .findFirst();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            var program = project.resolve("target/infra/" + entry.get().getName());
            if (!Files.exists(program) || Files.size(program) != entry.get().getSize()) {
                var draft = Files.createTempFile(program.getParent(), "redis-server", ".new");
                try (var bytes = jar.getInputStream(entry.get())) {
                    Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
                }
                if (!draft.toFile().setExecutable(true)) {
                    throw new IOException("can not be made executable: " + draft);
                }
                Files.move(draft, program, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            return Optional.of(program);
        }
    }

    /** This system as the artifact names it: {@code linux-amd64}. */
    private static String system() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (os.contains("mac") ? "darwin" : os) + "-"
                + switch (cpu) {
                    case "x86_64", "amd64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> cpu;
                };
    }

    private static Optional<Path> installed() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Arrays.stream(folders)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean runs(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var ended = process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException doesNotStart) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

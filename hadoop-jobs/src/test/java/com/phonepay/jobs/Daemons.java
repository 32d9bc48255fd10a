package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A NameNode, a DataNode, a ResourceManager and a NodeManager, each a process of its own, from the jars that
 * {@code cluster/pom.xml} collects. Everything listens on loopback, and ends with the test.
 */
final class Daemons implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final ClusterConfiguration configuration;
    private final List<Process> running = new ArrayList<>();

    private Daemons(Path folder) throws IOException {
        this.folder = folder;
        this.configuration = ClusterConfiguration.write(folder, libraries());
    }

    static Daemons start(Path folder) throws IOException, InterruptedException {
        Daemons daemons = new Daemons(folder);
        try {
            daemons.start();
            return daemons;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            daemons.close();
            throw e;
        }
    }

    private static Path libraries() {
        Path libraries = Path.of("cluster", "target", "lib").toAbsolutePath();
        assertThat(libraries)
                .as("the daemons' jars; mvn -f cluster/pom.xml package collects them")
                .isDirectory();
        return libraries;
    }

    private void start() throws IOException, InterruptedException {
        String hdfs = "org.apache.hadoop.hdfs.server.";
        String yarn = "org.apache.hadoop.yarn.server.";
        assertThat(finish(java("format", hdfs + "namenode.NameNode", List.of("-format", "-nonInteractive"))))
                .as("formatting; see %s", folder)
                .isZero();
        daemon("namenode", hdfs + "namenode.NameNode");
        daemon("resourcemanager", yarn + "resourcemanager.ResourceManager");
        Process dataNode = daemon("datanode", hdfs + "datanode.DataNode");
        Process nodeManager = daemon("nodemanager", yarn + "nodemanager.NodeManager");
        await(dataNode, configuration.nameNodeState(), "\"NumLiveDataNodes\" : 1");
        await(nodeManager, configuration.clusterMetrics(), "\"activeNodes\":1,");
    }

    /** Copies a folder of this machine into the file system. */
    void put(Path from, String to) throws IOException, InterruptedException {
        Process shell = java("put", "org.apache.hadoop.fs.FsShell", List.of("-put", from.toString(), to));
        assertThat(finish(shell)).as("copying; see %s", folder).isZero();
    }

    /** What {@code hadoop jar} does; returns what the job wrote to its standard output. */
    String job(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(jar.toAbsolutePath().toString()));
        Collections.addAll(all, arguments);
        String name = "job-" + arguments[0];
        Process job = java(name, "org.apache.hadoop.util.RunJar", all);
        assertThat(finish(job))
                .as("the job; see %s", folder.resolve(name + ".err"))
                .isZero();
        return Files.readString(folder.resolve(name + ".out"));
    }

    private Process daemon(String name, String main) throws IOException {
        Process process = java(name, main, List.of());
        running.add(process);
        return process;
    }

    private Process java(String name, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                configuration.folder() + File.pathSeparator + libraries() + "/*",
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HADOOP_CONF_DIR", configuration.folder().toString());
        return builder.start();
    }

    private static int finish(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after " + PATIENCE);
        }
        return process.exitValue();
    }

    /** Asks again and again until the daemon says it, or one has died, or it takes too long. */
    private void await(Process daemon, URI address, String said) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            try {
                last = client.send(request, BodyHandlers.ofString()).body();
                if (last.contains(said)) {
                    return;
                }
            } catch (IOException notListeningYet) {
                last = notListeningYet.toString();
            }
            daemon.waitFor(200, TimeUnit.MILLISECONDS);
            failWhereOneHasEnded();
        }
        throw new AssertionError(address + " never said " + said + ", but " + last + lastWords());
    }

    /** Any of them: what one waits for may need another. */
    private void failWhereOneHasEnded() {
        for (Process daemon : running) {
            if (!daemon.isAlive()) {
                throw new AssertionError("A daemon ended with " + daemon.exitValue() + lastWords());
            }
        }
    }

    /** The ends of all logs: the folder is gone when somebody reads of the failure. */
    private String lastWords() {
        StringBuilder words = new StringBuilder();
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                words.append("\n--- ").append(log.getFileName()).append('\n');
                words.append(String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size())));
            }
        } catch (IOException unreadable) {
            words.append('\n').append(unreadable);
        }
        return words.toString();
    }

    @Override
    public void close() {
        // The one that starts others first.
        Collections.reverse(running);
        running.forEach(Process::destroy);
        for (Process process : running) {
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}

package com.phonepay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.infra.process.Ports;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A NameNode and a DataNode on loopback, from the jars that {@code hadoop-jobs/cluster/pom.xml} collects. */
public final class HdfsForTests implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final String LOOPBACK = "127.0.0.1:";
    /** For servers that tell the others where they listen. */
    private static final String ANY_PORT = LOOPBACK + 0;

    private static final String SERVER = "org.apache.hadoop.hdfs.server.";

    private final Path folder;
    private final String nameNode;
    private final String fileSystem;
    private final List<Process> running = new ArrayList<>();

    private HdfsForTests(Path folder, String nameNode, String fileSystem) {
        this.folder = folder;
        this.nameNode = nameNode;
        this.fileSystem = fileSystem;
    }

    /** Nothing that runs. */
    public static HdfsForTests none() {
        return new HdfsForTests(Path.of(""), "", "");
    }

    public static HdfsForTests start(Path folder) throws IOException, InterruptedException {
        List<Integer> ports = Ports.free(2);
        HdfsForTests hdfs = new HdfsForTests(folder, LOOPBACK + ports.get(0), LOOPBACK + ports.get(1));
        try {
            hdfs.configure();
            Process format = hdfs.java("format", "namenode.NameNode", List.of("-format", "-nonInteractive"));
            assertThat(format.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(format.exitValue()).as("formatting; see %s", folder).isZero();
            hdfs.running.add(hdfs.java("namenode", "namenode.NameNode", List.of()));
            hdfs.running.add(hdfs.java("datanode", "datanode.DataNode", List.of()));
            Soon.until(PATIENCE_SECONDS, hdfs::isReady);
            return hdfs;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            hdfs.close();
            throw e;
        }
    }

    /** host:port of its HTTP interface. */
    public String nameNode() {
        return nameNode;
    }

    /** host:port of its own protocol. */
    public String fileSystem() {
        return fileSystem;
    }

    private boolean isReady() throws InterruptedException {
        URI state = URI.create("http://" + nameNode + "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState");
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(state)
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .contains("\"NumLiveDataNodes\" : 1");
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    private void configure() throws IOException {
        write("core", Map.of("fs.defaultFS", "hdfs://" + fileSystem, "hadoop.tmp.dir", folder + "/tmp"));
        write(
                "hdfs",
                Map.of(
                        "dfs.replication",
                        "1",
                        "dfs.namenode.http-address",
                        nameNode,
                        "dfs.datanode.address",
                        ANY_PORT,
                        "dfs.datanode.http.address",
                        ANY_PORT,
                        "dfs.datanode.ipc.address",
                        ANY_PORT,
                        "dfs.datanode.hostname",
                        "127.0.0.1",
                        "dfs.namenode.datanode.registration.ip-hostname-check",
                        "false"));
    }

    private void write(String name, Map<String, String> settings) throws IOException {
        StringBuilder xml = new StringBuilder("<configuration>\n");
        settings.forEach((key, value) -> xml.append("<property><name>")
                .append(key)
                .append("</name><value>")
                .append(value)
                .append("</value></property>\n"));
        Files.writeString(folder.resolve(name + "-site.xml"), xml.append("</configuration>\n"));
    }

    private Process java(String name, String main, List<String> arguments) throws IOException {
        Path libraries = Path.of("hadoop-jobs", "cluster", "target", "lib").toAbsolutePath();
        assertThat(libraries)
                .as("the daemons' jars; mvn -f hadoop-jobs/cluster/pom.xml package collects them")
                .isDirectory();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder + File.pathSeparator + libraries + "/*",
                SERVER + main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    @Override
    public void close() {
        Collections.reverse(running);
        running.forEach(Process::destroyForcibly);
    }
}

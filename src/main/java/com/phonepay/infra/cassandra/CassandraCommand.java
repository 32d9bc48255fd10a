package com.phonepay.infra.cassandra;

import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.process.ParentWatch;
import com.phonepay.infra.server.ServerClasspath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of one Cassandra server, and the settings file that it reads. */
public final class CassandraCommand {

    private static final String MAIN = "org.apache.cassandra.service.CassandraDaemon";

    /** A server that runs for a minute starts sooner when its code is compiled quickly instead of well. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final CassandraPlace place;

    public CassandraCommand(CassandraPlace place) {
        this.place = place;
    }

    /** A server that lives on when the process that started it ends. The flags go to its JVM. */
    public ProcessBuilder resident(List<String> flags) throws IOException {
        var all = new ArrayList<>(flags);
        all.add("-XX:+UseG1GC");
        return command(all, List.of(MAIN), new ServerClasspath(place.project(), "cassandra").resolve());
    }

    /** A server that ends with the process that started it; that process must hold its standard input open. */
    public ProcessBuilder endingWithParent() throws IOException {
        var classpath = new ServerClasspath(place.project(), "cassandra").resolve()
                + File.pathSeparator
                + ServerClasspath.ownClasses();
        return command(SHORT_LIFE, List.of(ParentWatch.class.getName(), MAIN), classpath);
    }

    private ProcessBuilder command(List<String> flags, List<String> main, String classpath) throws IOException {
        Files.createDirectories(place.data());
        Files.createDirectories(place.log().getParent());
        var settings = writeSettings();
        var command = new ArrayList<String>();
        command.add(JvmOptions.java());
        command.addAll(flags);
        command.addAll(JvmOptions.read(place.sources().resolve("jvm.options")));
        command.add("-Dcassandra.config=" + settings.toUri());
        command.add("-Dcassandra.storagedir=" + place.data());
        command.add("-Dcassandra.jmx.local.port=" + place.jmxPort());
        command.add("-Dlogback.configurationFile=" + place.sources().resolve("logback.xml"));
        command.add("-Dphonepay.log=" + place.log());
        command.add("-cp");
        command.add(classpath);
        command.addAll(main);
        var output = place.log().resolveSibling("cassandra.out");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    }

    private Path writeSettings() throws IOException {
        var text = Files.readString(place.sources().resolve("cassandra.yaml"))
                .replace("${storage_port}", Integer.toString(place.storagePort()))
                .replace("${cql_port}", Integer.toString(place.cqlPort()))
                .replace("${data}", place.data().toString());
        return Files.writeString(place.data().resolve("cassandra.yaml"), text);
    }
}

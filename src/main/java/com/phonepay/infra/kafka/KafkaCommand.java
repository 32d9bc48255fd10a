package com.phonepay.infra.kafka;

import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.server.ServerClasspath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of one broker, and the settings file that it reads. */
final class KafkaCommand {

    private final KafkaPlace place;

    KafkaCommand(KafkaPlace place) {
        this.place = place;
    }

    /** A broker that lives on when the process that started it ends. */
    ProcessBuilder resident(List<String> flags) throws IOException {
        Files.createDirectories(place.data());
        Files.createDirectories(place.log().getParent());
        var libraries = new ServerClasspath(place.project(), "kafka").resolve();
        var command = new ArrayList<String>();
        command.add(JvmOptions.java());
        command.addAll(flags);
        command.addAll(JvmOptions.read(place.sources().resolve("jvm.options")));
        command.add("-Dlog4j2.configurationFile=" + place.sources().resolve("log4j2.xml"));
        command.add("-Dphonepay.log=" + place.log());
        // The libraries first: an archive of their classes is bound to the beginning of the class path.
        command.addAll(List.of("-cp", libraries + File.pathSeparator + ServerClasspath.ownClasses()));
        command.add(FormattedKafka.class.getName());
        command.add(writeSettings().toString());
        var output = place.log().resolveSibling("kafka.out");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    }

    private Path writeSettings() throws IOException {
        var text = Files.readString(place.sources().resolve("server.properties"))
                .replace("${port}", Integer.toString(place.port()))
                .replace("${controller_port}", Integer.toString(place.controllerPort()))
                .replace("${data}", place.data().resolve("topics").toString());
        return Files.writeString(place.data().resolve("server.properties"), text);
    }
}

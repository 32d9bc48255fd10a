package com.phonepay.infra.mongo;

import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.process.ParentWatch;
import com.phonepay.infra.server.ServerClasspath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The command line of one stand-in. */
final class MongoCommand {

    private static final String MAIN = StandIn.class.getName();

    private final MongoPlace place;

    MongoCommand(MongoPlace place) {
        this.place = place;
    }

    /** A server that lives on when the process that started it ends. */
    ProcessBuilder resident(List<String> flags) throws IOException {
        return command(flags, List.of(MAIN));
    }

    /** A server that ends with the process that started it; that process must hold its standard input open. */
    ProcessBuilder endingWithParent() throws IOException {
        return command(List.of(), List.of(ParentWatch.class.getName(), MAIN));
    }

    private ProcessBuilder command(List<String> flags, List<String> main) throws IOException {
        Files.createDirectories(place.data());
        Files.createDirectories(place.log().getParent());
        var libraries = new ServerClasspath(place.project(), "mongo").resolve();
        var command = new ArrayList<String>();
        command.add(JvmOptions.java());
        command.addAll(flags);
        command.addAll(JvmOptions.read(place.sources().resolve("jvm.options")));
        command.add("-Dlogback.configurationFile=" + place.sources().resolve("logback.xml"));
        command.add("-Dphonepay.log=" + place.log());
        // The libraries first: an archive of their classes is bound to the beginning of the class path.
        command.addAll(List.of("-cp", libraries + File.pathSeparator + ServerClasspath.ownClasses()));
        command.addAll(main);
        command.add(Integer.toString(place.port()));
        command.add(place.data().resolve("phonepay.mv").toString());
        var output = place.log().resolveSibling("mongo.out");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    }
}

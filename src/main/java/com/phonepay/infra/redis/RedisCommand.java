package com.phonepay.infra.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The command line of one Redis. */
final class RedisCommand {
    /** Redis takes no argument that it does not know, so the mark stands in the place of the program's name. */
    private static final String MARKED = "mark=$1; shift; exec -a \"$mark\" \"$@\"";

    /**
     * Standard input ends with the process that holds the other end of it. The shell waits for that in the background,
     * since it would not hear a signal before a command in the foreground has ended.
     */
    private static final String WITH_PARENT = "\"$@\" </dev/null & server=$!; cat <&0 >/dev/null & parent=$!; "
            + "trap 'kill $server $parent 2>/dev/null' EXIT; trap 'exit 0' TERM INT; wait $parent";

    private final RedisPlace place;

    RedisCommand(RedisPlace place) {
        this.place = place;
    }

    /** A server that lives on when the process that started it ends. */
    ProcessBuilder resident(String mark) throws IOException {
        return shell(MARKED, List.of(mark));
    }

    /** A server that ends with the process that started it; that process must hold its standard input open. */
    ProcessBuilder endingWithParent() throws IOException {
        return shell(WITH_PARENT, List.of());
    }

    private ProcessBuilder shell(String script, List<String> first) throws IOException {
        Files.createDirectories(place.directory());
        Files.createDirectories(place.log().getParent());
        var command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(first);
        command.add(new RedisProgram(place.project()).find().toString());
        command.add(place.settings().toString());
        command.addAll(List.of("--port", Integer.toString(place.port())));
        command.addAll(List.of("--dir", place.directory().toString()));
        command.addAll(List.of("--logfile", place.log().toString()));
        var output = place.log().resolveSibling("redis.out");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    }
}

package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.CommandLine;
import com.phonepay.infra.process.Ending;
import com.phonepay.infra.process.ProcessIdentity;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Processes of this cluster that nobody supervises any more, because the supervisor was killed. They are known by the
 * records, and by a mark on their command line in case the supervisor fell before it could write the record.
 */
public final class Leftovers {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Layout layout;

    public Leftovers(Layout layout) {
        this.layout = layout;
    }

    /** The argument that marks every process of this cluster. */
    public static String mark(Layout layout) {
        return "-Dprocess.of.data=" + layout.data();
    }

    public List<ProcessHandle> find() throws IOException {
        var recorded = new ProcessRecords(layout)
                .read().values().stream().map(ProcessIdentity::find).flatMap(found -> found.stream());
        var mark = mark(layout);
        var marked = ProcessHandle.allProcesses()
                .filter(process -> CommandLine.of(process.pid()).contains(mark));
        return Stream.concat(recorded, marked)
                .distinct()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .toList();
    }

    /** Ends them all and returns how many there were. */
    public int end() throws IOException {
        var found = find();
        var endings = found.stream()
                .map(process -> Ending.askThenForce(process, LIMIT))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(endings).join();
        new ProcessRecords(layout).remove();
        return found.size();
    }
}

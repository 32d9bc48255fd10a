package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.JvmOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the next start faster: archives of the classes of the node's libraries and of the servers, made once, while
 * the first cluster runs. Nothing depends on them; without them a start takes longer.
 */
final class Archives {

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);

    /** By then a payment has been made, so its classes are noted too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration FINISH_LIMIT = Duration.ofMinutes(1);

    private final Layout layout;
    private final @Nullable StartArchive node;
    private final Map<String, StartArchive> servers = new LinkedHashMap<>();
    private volatile boolean ending;
    private volatile @Nullable Process maker;
    private boolean begun;
    private CompletableFuture<Void> made = CompletableFuture.completedFuture(null);

    Archives(Layout layout, ClusterPlan plan) throws IOException {
        this.layout = layout;
        if (plan.archives() == null) {
            node = null;
            return;
        }
        var directory = Path.of(plan.archives());
        node = new StartArchive(directory, "node", plan.libraries());
        for (var server : plan.embedded(layout)) {
            var classpath = server.archivable();
            if (!classpath.isEmpty()) {
                servers.put(server.name(), new StartArchive(directory, server.name(), classpath));
            }
        }
    }

    /** Only the first node notes its classes: two that write the same notes would spoil them. */
    List<String> nodeFlags(int number) throws IOException {
        return node != null && (number == 1 || node.isMade()) ? node.flags() : List.of();
    }

    List<String> serverFlags(String name) throws IOException {
        var archive = servers.get(name);
        return archive == null ? List.of() : archive.flags();
    }

    void makeLater() {
        var later = CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        later.execute(this::make);
    }

    /** Lets the making finish, or does it now if it has not begun. Completes after a minute at the latest. */
    synchronized CompletableFuture<Void> finish() {
        make();
        return made.completeOnTimeout(null, FINISH_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .thenRun(this::abort);
    }

    /** Ends the making if it is under way. */
    void abort() {
        ending = true;
        var running = maker;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private synchronized void make() {
        if (!begun) {
            begun = true;
            made = CompletableFuture.runAsync(() -> {
                makeOne("node", node);
                servers.forEach(this::makeOne);
            });
        }
    }

    private void makeOne(String program, @Nullable StartArchive archive) {
        if (archive == null || archive.isMade() || ending) {
            return;
        }
        try {
            Path options = layout.project().resolve("src/main/infra/" + program + "/jvm.options");
            var process = archive.make(JvmOptions.read(options), Leftovers.mark(layout));
            maker = process;
            int exit = process.onExit().join().exitValue();
            if (exit == 0) {
                archive.keep();
                LOG.info("the next start of {} will be faster", program);
            } else {
                LOG.info("the start archive of {} was not finished (exit {})", program, exit);
            }
        } catch (IOException e) {
            LOG.info("no start archive for {}: {}", program, e.toString());
        }
    }
}

package com.phonepay.infra.server;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A server that belongs to this process: it ends when this one ends. Can be killed or closed and started again on its
 * port. For tests; what is special about a server is in its own room.
 */
public final class OwnServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String title;
    private final Path log;
    private final Command command;
    private final BooleanSupplier answers;
    private Process process;

    /** Its process, not started yet, which ends with this one. */
    public interface Command {
        ProcessBuilder make() throws IOException;
    }

    private OwnServer(String title, Path log, Command command, BooleanSupplier answers) throws IOException {
        this.title = title;
        this.log = log;
        this.command = command;
        this.answers = answers;
        this.process = command.make().start();
    }

    /** Starts a server, and waits until it answers. */
    public static OwnServer start(String title, Path log, Command command, BooleanSupplier answers) throws IOException {
        OwnServer server = new OwnServer(title, log, command, answers);
        server.awaitReady();
        return server;
    }

    /** Starts the server after it was killed or closed, with the data it had, if it keeps any. */
    public void startAgain() throws IOException {
        process = command.make().start();
        awaitReady();
    }

    /** Ends the server at once, as a power cut would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Lets the server end in good order. */
    @Override
    public void close() {
        Ending.askThenForce(process.toHandle(), STOP_LIMIT).join();
    }

    private void awaitReady() throws IOException {
        Await.until(() -> !process.isAlive() || answers.getAsBoolean(), START_LIMIT);
        if (!process.isAlive() || !answers.getAsBoolean()) {
            kill();
            throw new IOException(title + " did not start; its log is " + log);
        }
    }
}

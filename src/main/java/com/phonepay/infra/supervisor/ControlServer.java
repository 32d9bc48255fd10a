package com.phonepay.infra.supervisor;

import com.phonepay.infra.JsonFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders on a local socket that only the owner of the data directory can open. */
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Path socket;
    private final ServerSocketChannel server;
    private final Orders orders;
    private final Runnable answered;

    /** These threads keep the supervisor alive after everything else has ended, until it is told to finish. */
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "control"));

    private ControlServer(Path socket, ServerSocketChannel server, Orders orders, Runnable answered) {
        this.socket = socket;
        this.server = server;
        this.orders = orders;
        this.answered = answered;
    }

    /** @param answered runs after each answer has left */
    static ControlServer open(Path socket, Orders orders, Runnable answered) throws IOException {
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        var control = new ControlServer(socket, server, orders, answered);
        control.threads.execute(control::accept);
        return control;
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var client = server.accept();
                threads.execute(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("a client could not be accepted", e);
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            var line = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8)).readLine();
            if (line != null) {
                var answer = JsonFiles.JSON.writeValueAsString(answerTo(line)) + "\n";
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            LOG.info("a client went away: {}", e.toString());
        }
        answered.run();
    }

    private Object answerTo(String line) {
        try {
            return orders.carryOut(JsonFiles.JSON.readTree(line)).join();
        } catch (CompletionException e) {
            return refusal(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RejectedExecutionException notJsonOrAllStopped) {
            return refusal(notJsonOrAllStopped);
        }
    }

    private static Map<String, String> refusal(Throwable why) {
        LOG.warn("an order was refused: {}", why.toString());
        return Map.of("refused", why.getMessage() == null ? why.toString() : why.getMessage());
    }
}

package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives orders to the supervisor: one line of JSON there, one line of JSON back. */
public final class ControlClient {

    private final Layout layout;

    public ControlClient(Layout layout) {
        this.layout = layout;
    }

    /** The status, or empty when no supervisor answers. */
    public Optional<StatusReport> status() {
        try {
            return Optional.of(JsonFiles.JSON.treeToValue(ask(Map.of("order", "status")), StatusReport.class));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Stops everything; returns when all processes but the supervisor's own are gone. */
    public void down() throws IOException {
        ask(Map.of("order", "down"));
    }

    /** After {@link #down}: lets the supervisor prepare a faster next start, and end. */
    public void finish() throws IOException {
        ask(Map.of("order", "finish"));
    }

    /** Starts, stops or kills one node; returns when that is done. */
    public void node(String order, int number) throws IOException {
        ask(Map.of("order", "node-" + order, "node", number));
    }

    /** Starts, stops or kills one server; returns when that is done, which for a start is before it answers. */
    public void server(String order, String name) throws IOException {
        ask(Map.of("order", "server-" + order, "server", name));
    }

    /** Orders a drill; returns its first report, or a {@code code} and a {@code why}. */
    public JsonNode drill(Map<String, Object> details) throws IOException {
        var order = new HashMap<>(details);
        order.put("order", "drill");
        return ask(order);
    }

    /**
     * Does something to a process, or undoes it; no drill and no report.
     *
     * @param what pause or resume (any process), cut or mend (a node), heal (everything)
     */
    public void fault(String what, String process) throws IOException {
        ask(Map.of("order", "fault", "what", what, "process", process));
    }

    /** The reports of all drills, the newest first, and which one runs. */
    public JsonNode drills() throws IOException {
        return ask(Map.of("order", "drills"));
    }

    /**
     * @throws RefusedOrder when the supervisor understood and declined
     * @throws IOException when nobody answers
     */
    private JsonNode ask(Map<String, Object> order) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(layout.controlSocket()))) {
            channel.write(ByteBuffer.wrap(
                    (JsonFiles.JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
            if (answer == null) {
                throw new IOException("the supervisor ended before it answered");
            }
            var json = JsonFiles.JSON.readTree(answer);
            if (json.has("refused")) {
                throw new RefusedOrder(json.get("refused").asText());
            }
            return json;
        }
    }

    /** The supervisor did not do what was asked; the message says why. */
    public static final class RefusedOrder extends IOException {
        RefusedOrder(String why) {
            super(why);
        }
    }
}

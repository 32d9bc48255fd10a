package com.phonepay.edge.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Very many callers at once, in a process of their own. Each opens a connection and asks something harmless, so that it
 * is known to be let in; a kernel lets only some thousands wait at the door. When all are in, all ask at the same time.
 * Prints a count per answer.
 */
final class Crowd {
    private static final int AT_THE_DOOR = 500;
    private static final String ANSWERED_BY = "HTTP/1.1 ";
    private static final byte[] HELLO =
            "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<SelectionKey> letIn = new ArrayList<>();
    private final InetSocketAddress server;
    private final byte[] request;
    private final int callers;
    private int opened;
    private int ended;

    private Crowd(int port, int callers, byte[] request) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.callers = callers;
        this.request = request;
    }

    /** Arguments: port, callers, seconds to wait at most; the request comes from standard input. */
    public static void main(String[] arguments) throws IOException {
        Crowd crowd =
                new Crowd(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), System.in.readAllBytes());
        crowd.call(System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000L);
        crowd.answers.forEach((answer, count) -> System.out.println(answer + "=" + count));
    }

    private void call(long deadline) throws IOException {
        try (Selector selector = Selector.open()) {
            while (ended < callers && System.nanoTime() < deadline) {
                if (letIn.size() + ended < callers) {
                    openMore(selector);
                } else if (!letIn.isEmpty()) {
                    letIn.forEach(key -> send(key, request));
                    letIn.clear();
                    // Nobody is at the door any more; every answer from now on ends its caller.
                    opened = Integer.MAX_VALUE;
                }
                selector.select(100);
                selector.selectedKeys().forEach(this::go);
                selector.selectedKeys().clear();
            }
        }
        if (ended < callers) {
            answers.put("none", callers - ended);
        }
    }

    private void openMore(Selector selector) throws IOException {
        while (opened < callers && opened - letIn.size() - ended < AT_THE_DOOR) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(server);
            channel.register(selector, SelectionKey.OP_CONNECT);
            opened++;
        }
    }

    private static void send(SelectionKey key, byte[] bytes) {
        key.attach(ByteBuffer.wrap(bytes));
        key.interestOps(SelectionKey.OP_WRITE);
    }

    private void go(SelectionKey key) {
        try {
            step(key, (SocketChannel) key.channel());
        } catch (IOException e) {
            end(key, String.valueOf(e.getMessage()));
        }
    }

    private void step(SelectionKey key, SocketChannel channel) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            send(key, HELLO);
        } else if (key.isWritable()) {
            ByteBuffer left = (ByteBuffer) key.attachment();
            channel.write(left);
            if (!left.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } else if (key.isReadable()) {
            read(key, channel);
        }
    }

    private void read(SelectionKey key, SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(8_192);
        int read = channel.read(answer);
        String text = new String(answer.array(), 0, Math.max(0, read), StandardCharsets.US_ASCII);
        if (opened <= callers && text.startsWith(ANSWERED_BY + "200")) {
            key.interestOps(0);
            letIn.add(key);
        } else if (text.startsWith(ANSWERED_BY)) {
            String retry = text.contains("Retry-After: ") ? " with Retry-After" : "";
            end(key, text.substring(ANSWERED_BY.length(), ANSWERED_BY.length() + 3) + retry);
        } else {
            end(key, "closed");
        }
    }

    private void end(SelectionKey key, String answer) {
        answers.merge(answer, 1, Integer::sum);
        ended++;
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            answers.merge("not closed", 1, Integer::sum);
        }
    }
}

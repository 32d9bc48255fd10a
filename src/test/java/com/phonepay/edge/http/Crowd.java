package com.phonepay.edge.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Very many callers at once, in a process of their own: each a connection, one request, one answer. Prints a count per status. */
final class Crowd {
    private static final String NO_ANSWER = "none";

    private final Map<String, Integer> statuses = new TreeMap<>();
    private final byte[] request;
    private int open;

    private Crowd(byte[] request) {
        this.request = request;
    }

    /** Arguments: port, callers, seconds to wait at most; the request comes from standard input. */
    public static void main(String[] arguments) throws IOException {
        Crowd crowd = new Crowd(System.in.readAllBytes());
        crowd.call(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        crowd.statuses.forEach((status, count) -> System.out.println(status + " " + count));
    }

    private void call(int port, int callers, long seconds) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        try (Selector selector = Selector.open()) {
            for (open = 0; open < callers; open++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(server);
                channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.wrap(request));
            }
            while (open > 0 && System.nanoTime() < deadline) {
                selector.select(100);
                selector.selectedKeys().forEach(this::go);
                selector.selectedKeys().clear();
            }
        }
        if (open > 0) {
            statuses.merge(NO_ANSWER, open, Integer::sum);
        }
    }

    private void go(SelectionKey key) {
        try {
            step(key, (SocketChannel) key.channel());
        } catch (IOException e) {
            ended(key, "broken: " + e.getMessage());
        }
    }

    private void step(SelectionKey key, SocketChannel channel) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (key.isWritable()) {
            ByteBuffer left = (ByteBuffer) key.attachment();
            channel.write(left);
            if (!left.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } else if (key.isReadable()) {
            ByteBuffer answer = ByteBuffer.allocate(8_192);
            int read = channel.read(answer);
            String text = new String(answer.array(), 0, Math.max(0, read), StandardCharsets.US_ASCII);
            ended(key, text.startsWith("HTTP/1.1 ") ? text.substring(9, 12) : "broken after " + read);
        }
    }

    private void ended(SelectionKey key, String status) {
        statuses.merge(status, 1, Integer::sum);
        open--;
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            statuses.merge("unclosed", 1, Integer::sum);
        }
    }
}

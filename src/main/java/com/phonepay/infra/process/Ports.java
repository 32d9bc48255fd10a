package com.phonepay.infra.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback interface. */
public final class Ports {

    private static final int CONNECT_MILLIS = 300;

    private static final int FIRST_SERVER_PORT = 20_000;

    /** Linux's default; see {@code /proc/sys/net/ipv4/ip_local_port_range}. */
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

    private Ports() {}

    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new AssertionError("four bytes are always an address", e);
        }
    }

    /** Whether a server of ours could listen on this port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    public static boolean somebodyListens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Distinct ports that were free a moment ago, below those that the kernel gives to outgoing connections: one of
     * those can be taken by anybody's connection before the server that it was found for listens.
     */
    public static List<Integer> free(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST_SERVER_PORT, FIRST_EPHEMERAL_PORT)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
    }
}

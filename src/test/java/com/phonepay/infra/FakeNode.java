package com.phonepay.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A process that answers what the supervisor asks of a node, and prints what it was told. */
public final class FakeNode {

    private FakeNode() {}

    public static void main(String[] args) throws IOException {
        var http = listen("PHONEPAY_HTTP_PORT");
        http.createContext("/health/ready", exchange -> answer(exchange, "{}"));
        http.start();
        var management = listen("PHONEPAY_MANAGEMENT_PORT");
        management.createContext("/phonepay/status", exchange -> answer(exchange, status()));
        management.createContext("/phonepay/member-died", FakeNode::memberDied);
        management.start();
    }

    private static void memberDied(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("X-Supervisor-Token");
        boolean trusted = System.getenv("PHONEPAY_SUPERVISOR_TOKEN").equals(token);
        System.out.println("told " + exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getQuery() + (trusted ? " by the supervisor" : " by a stranger"));
        answer(exchange, "{}");
    }

    private static String status() {
        boolean first = "1".equals(System.getenv("PHONEPAY_NODE"));
        return "{\"node\":\"node-" + System.getenv("PHONEPAY_NODE") + "\",\"state\":\"Up\","
                + "\"roles\":[\"payment\"],\"coordinator\":" + first + "}";
    }

    private static HttpServer listen(String portVariable) throws IOException {
        int port = Integer.parseInt(System.getenv(portVariable));
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

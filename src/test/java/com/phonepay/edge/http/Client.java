package com.phonepay.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the API as a stranger would, and holds every answer against the contract. */
final class Client {
    private static final Contract CONTRACT = new Contract();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final List<String> headers;

    Client(int port) {
        this(port, List.of());
    }

    private Client(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** What came back. */
    record Reply(HttpResponse<String> response, JsonNode json) {
        int status() {
            return response.statusCode();
        }

        String text(String field) {
            return json.path(field).asText();
        }

        String raw() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Client with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Client(port, more);
    }

    /** A header that every request of this client has. */
    String header(String name) {
        return headers.get(headers.indexOf(name) + 1);
    }

    Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Reply get(String template, Object... values) {
        return send("GET", template, null, values);
    }

    Reply post(String template, String body, Object... values) {
        return with("Content-Type", "application/json").send("POST", template, body, values);
    }

    /** Registers, and gives the answer's body. */
    JsonNode register(String userId) {
        Reply reply = post(
                "/auth/register",
                """
                {"name":"%s Rao","email":"%s@example.com","user_id":"%s","password":"a long password"}"""
                        .formatted(userId, userId, userId));
        assertThat(reply.status()).as(reply.raw()).isEqualTo(201);
        return reply.json();
    }

    /** Logs in, and gives a client that bears the token. */
    Client login(String userId) {
        Reply reply = post(
                "/auth/login",
                """
                {"email":"%s@example.com","password":"a long password"}""".formatted(userId));
        assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
        return bearing(reply.text("token"));
    }

    /** The balance as it is written, for example {@code 1000.00}. */
    String balance() {
        return raw(get("/api/wallet/balance"), "balance");
    }

    /** A number's digits as they were sent, which a parsed number no longer has. */
    static String raw(Reply reply, String field) {
        String mark = "\"" + field + "\":";
        String rest = reply.raw().substring(reply.raw().indexOf(mark) + mark.length());
        return rest.substring(0, rest.indexOf(rest.contains(",") ? "," : "}")).replaceAll("}.*", "");
    }

    Reply send(String method, String template, @Nullable String body, Object... values) {
        Reply reply = exchange(method, filled(template, values), body);
        checkAlways(reply);
        String path = template.replaceAll("\\?.*", "");
        List<String> wrong = CONTRACT.check(method, path, reply.status(), mediaType(reply), reply.raw());
        assertThat(wrong).as("%s %s answered %s", method, template, reply.raw()).isEmpty();
        return reply;
    }

    /** Calls something that the contract does not have. */
    Reply stray(String method, String path, @Nullable String body) {
        Reply reply = exchange(method, path, body);
        checkAlways(reply);
        assertThat(CONTRACT.checkSchema("Problem", reply.raw())).isEmpty();
        assertThat(mediaType(reply)).isEqualTo("application/problem+json");
        return reply;
    }

    /** Calls, and looks at nothing but what every answer has. */
    Reply plain(String method, String path, @Nullable String body) {
        Reply reply = exchange(method, path, body);
        checkAlways(reply);
        return reply;
    }

    private Reply exchange(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), Client::body);
            boolean json = mediaType(response).endsWith("json");
            return new Reply(response, json ? JSON.readTree(response.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A stream never ends, so nothing of it is read. */
    private static BodySubscriber<String> body(ResponseInfo info) {
        boolean stream = info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return stream
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Client::close)
                : BodySubscribers.ofString(UTF_8);
    }

    private static String close(InputStream unread) {
        try {
            unread.close();
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every answer has, good or bad. */
    private static void checkAlways(Reply reply) {
        assertThat(reply.header("Request-Id")).matches("[A-Za-z0-9._-]{8,64}");
        assertThat(reply.header("traceresponse")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        if (mediaType(reply).equals("application/problem+json")) {
            assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
            assertThat(reply.text("request_id")).isEqualTo(reply.header("Request-Id"));
            assertThat(ErrorCode.find(reply.text("code"))).isPresent();
        }
        assertThat(reply.raw()).doesNotContain("Exception", "com.phonepay", "akka.", "<html");
    }

    private static String mediaType(Reply reply) {
        return mediaType(reply.response());
    }

    private static String mediaType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private static String filled(String template, Object... values) {
        String path = template;
        for (Object value : values) {
            path = path.replaceFirst("\\{[a-z_]+}", value.toString());
        }
        return path;
    }
}

package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.testing.LocalSlices;
import com.phonepay.testing.ScriptedSlices;
import com.phonepay.wallet.QueryBalance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that no decent client would send, and answers that Akka would give in its own words. */
final class RawHttpTest {
    private static ScriptedSlices network;
    private static Served served;

    @BeforeAll
    static void start() {
        LocalSlices machines = Served.machines();
        network = new ScriptedSlices(machines);
        served = Served.over(machines, network, "phonepay.edge.server.request-timeout = 2 s");
        served.client().register("asha");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GARBAGE GARBAGE GARBAGE                            | method_not_implemented",
                "BREW /coffee HTTP/1.1~Host: x                      | method_not_implemented",
                "GET /health/live HTTP/9.9~Host: x                  | malformed_request",
                "GET /health/live HTTP/1.1                          | malformed_request",
                "GET /%zz HTTP/1.1~Host: x                          | malformed_request",
                "GET /api/resolve?alias=%zz HTTP/1.1~Host: x        | malformed_request",
                "GET /health/live HTTP/1.1~Host: x~no colon here    | malformed_request",
                "POST /auth/login HTTP/1.1~Host: x~Content-Length: -5 | malformed_request",
                "POST /auth/login HTTP/1.1~Host: x~Content-Length: 5~Content-Length: 7 | malformed_request"
            })
    void answersEvenGarbageAsAProblem(String lines, String code) throws IOException {
        String answer = talk(lines.replace("~", "\r\n") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer).contains("application/problem+json", "\"code\":\"" + code + "\"", "Request-Id: req_");
        assertThat(answer).doesNotContain("text/plain", "akka");
    }

    @Test
    void refusesAnAddressAndHeadersThatAreTooLong() throws IOException {
        String longAddress = talk("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(longAddress).startsWith("HTTP/1.1 414").contains("\"code\":\"uri_too_long\"");
        String longHeader = talk("GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(longHeader).startsWith("HTTP/1.1 431").contains("\"code\":\"headers_too_large\"");
    }

    @Test
    void refusesChunksThatBecomeTooLarge() throws IOException {
        String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        String answer = talk(login("Transfer-Encoding: chunked") + chunk.repeat(9) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"body_too_large\"");
    }

    @Test
    void readsChunksThatAreSmall() throws IOException {
        String body = "{\"email\":\"asha@example.com\",\"password\":\"a long password\"}";
        String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        String answer = talk(login("Transfer-Encoding: chunked") + chunks);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"token\"");
    }

    @Test
    void refusesABodyThatIsNotUtf8() throws IOException {
        assertThat(talk(login("Content-Length: 2") + "\u00c3("))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"malformed_json\"");
    }

    @Test
    void refusesABodyThatNeverArrives() throws IOException {
        assertThat(talk(login("Content-Length: 20") + "{"))
                .contains("application/problem+json")
                .doesNotContain("text/plain");
    }

    private static String login(String length) {
        return String.join(
                "\r\n",
                "POST /auth/login HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Connection: close",
                length,
                "",
                "");
    }

    @Test
    void answersInItsOwnWordsWhenARequestTakesTooLong() {
        Client asha = served.client().login("asha");
        network.loseAnswersTo(QueryBalance.class);
        Client.Reply late = asha.get("/api/wallet/balance");
        network.heal();
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.text("code")).isEqualTo("unavailable");
    }

    @Test
    void doesNotTellWhatItIsMadeOf() {
        assertThat(served.client().get("/health/live").header("Server")).isEqualTo("PhonePay");
    }

    @Test
    void takesOverHarmlessIdsAndTraces() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Client.Reply reply = served.client()
                .with("X-Request-Id", "gateway-0123456789")
                .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/health/live");
        assertThat(reply.header("Request-Id")).isEqualTo("gateway-0123456789");
        assertThat(reply.header("traceresponse")).startsWith("00-" + trace + "-");
        Client.Reply strange = served.client()
                .with("X-Request-Id", "<script>alert(1)</script>")
                .with("traceparent", "00-zz-zz-01")
                .get("/health/live");
        assertThat(strange.header("Request-Id")).startsWith("req_");
    }

    private static String talk(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] buffer = new byte[16_384];
            StringBuilder answer = new StringBuilder();
            for (int read = read(socket, buffer); read > 0; read = read(socket, buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (answer.toString().endsWith("}")) {
                    break;
                }
            }
            return answer.toString();
        }
    }

    private static int read(Socket socket, byte[] buffer) throws IOException {
        try {
            return socket.getInputStream().read(buffer);
        } catch (SocketException e) {
            return -1;
        }
    }
}

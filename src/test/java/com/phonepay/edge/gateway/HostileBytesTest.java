package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that mean one thing to a gateway and another to what is behind it, and senders that never end. */
final class HostileBytesTest {
    private static Gated gated;

    @BeforeAll
    static void open() {
        gated = new Gated(1, Path.of("target", "no-console"), "phonepay.gateway.body-patience = 1 s");
    }

    @AfterAll
    static void close() {
        gated.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Content-Length: 4~Transfer-Encoding: chunked | 0~~GET /x",
                "Content-Length: 4~Content-Length: 5          | abcd",
                "Content-Length: +4                           | abcd",
                "Content-Length: -1                           | abcd",
                "Transfer-Encoding: chunked                   | zz~GET /x",
                "Transfer-Encoding: xchunked                  | 0~~",
                "Bad Name: x~Content-Length: 0                | a"
            })
    void refusesWhatTwoServersCouldReadDifferently(String headers, String body) throws IOException {
        int before = gated.asked();
        String answer = gated.talk(
                ("POST /auth/login HTTP/1.1~Host: x~Connection: close~" + headers + "~~" + body).replace("~", "\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.substring(9, 10)).as(answer).isIn("4", "5");
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer, not two").hasSize(2);
        assertThat(gated.asked()).isEqualTo(before);
    }

    @Test
    void refusesHeadersThatAreTooLargeOrTooMany() throws IOException {
        String large = gated.talk("GET /auth/x HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(9_000) + "\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 431");
        String many = gated.talk("GET /auth/x HTTP/1.1\r\nHost: x\r\n" + "X-Many: 1\r\n".repeat(70) + "\r\n");
        assertThat(many).startsWith("HTTP/1.1 4");
    }

    @Test
    void aSenderThatStopsInTheMiddleGetsATimeOutAndOccupiesNoNode() throws IOException {
        int before = gated.asked();
        String head = "POST /auth/login HTTP/1.1~Host: x~Connection: close~Content-Length: 100~";
        String type = "Content-Type: application/json~~";
        String answer = gated.talk((head + type).replace("~", "\r\n"), "{");
        assertThat(answer).startsWith("HTTP/1.1 408");
        assertThat(gated.asked()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(gated.post("/auth/login", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }
}

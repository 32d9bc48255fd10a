package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.infra.Layout;
import com.phonepay.infra.tls.DevelopmentCertificates;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three nodes that know each other by certificates and speak HTTPS; the launcher's own payment goes that way. */
@Tag("judge")
final class MutualTlsTest {
    private static final int PORT_OFFSET = 6000;
    private static final Path DATA = Path.of("target", "tls-test", "data").toAbsolutePath();
    private static final Layout LAYOUT = new Layout(Path.of(""), DATA, PORT_OFFSET);
    private static String said = "";

    @BeforeAll
    static void up() {
        said = launcher("up", "--tls");
    }

    @AfterAll
    static void down() {
        launcher("down", "--wipe");
    }

    @Test
    void paysOverNodesThatKnowEachOtherByCertificates() throws IOException, InterruptedException {
        assertThat(said).contains("https://127.0.0.1:" + LAYOUT.gatewayPort(1)).contains("paid");
        HttpResponse<String> ready = get(https(), LAYOUT.gatewayPort(2), "/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.sslSession()).isPresent();
    }

    @Test
    void answersNobodyInPlain() {
        for (int port : List.of(LAYOUT.gatewayPort(1), LAYOUT.httpPort(1))) {
            assertThatThrownBy(() -> get(Https.off(), port, "/health/live")).isInstanceOf(IOException.class);
        }
    }

    /** The handshake of TLS 1.3 ends for the client before the server has judged, so the refusal is seen when reading. */
    @Test
    void refusesAPeerWithoutACertificate() throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), LAYOUT.arteryPort(1)), 3_000);
            plain.setSoTimeout(10_000);
            plain.getOutputStream()
                    .write("AKKA in plain, and long enough to be read".getBytes(StandardCharsets.US_ASCII));
            assertThat(endsWithoutAWord(plain)).isTrue();
        }
        try (SSLSocket nameless = (SSLSocket) https().context()
                .orElseThrow()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), LAYOUT.arteryPort(1))) {
            nameless.setSoTimeout(10_000);
            assertThatThrownBy(() -> {
                        nameless.startHandshake();
                        nameless.getOutputStream().write("AKKA".getBytes(StandardCharsets.US_ASCII));
                        assertThat(nameless.getInputStream().read()).isEqualTo(-1);
                        throw new IOException("closed");
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    /** Nothing but an alert of TLS, and then the end. */
    private static boolean endsWithoutAWord(Socket socket) throws IOException {
        byte[] heard;
        try {
            heard = socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            return true;
        }
        return heard.length == 0 || (heard[0] == 21 && heard.length < 32);
    }

    private static Https https() {
        return Https.trusting(new DevelopmentCertificates(LAYOUT).authority());
    }

    private static HttpResponse<String> get(Https https, int port, String path)
            throws IOException, InterruptedException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        https.context().ifPresent(client::sslContext);
        HttpRequest request = HttpRequest.newBuilder(URI.create(https.url(port) + path))
                .timeout(Duration.ofSeconds(15))
                .build();
        return client.build().send(request, BodyHandlers.ofString());
    }

    private static String launcher(String... arguments) {
        try {
            Path out = Files.createTempFile("phonepay", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder("./phonepay").redirectErrorStream(true).redirectOutput(out.toFile());
            builder.command().addAll(List.of(arguments));
            builder.environment().put("PHONEPAY_DATA", DATA.toString());
            builder.environment().put("PHONEPAY_PORT_OFFSET", Integer.toString(PORT_OFFSET));
            builder.environment().put("PHONEPAY_SHORT_LIFE", "true");
            Process process = builder.start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            String printed = Files.readString(out);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", arguments) + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

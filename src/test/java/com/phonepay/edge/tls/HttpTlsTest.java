package com.phonepay.edge.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.testkit.javadsl.TestKit;
import com.phonepay.infra.tls.DevelopmentCertificates;
import com.phonepay.infra.tls.Https;
import com.phonepay.settings.TlsSettings;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with certificates of a folder, asked by those who trust its authority and by those who do not. */
final class HttpTlsTest {
    private static final ActorSystem SYSTEM = ActorSystem.create(
            "https",
            ConfigFactory.parseString("akka.loglevel = ERROR\nakka.coordinated-shutdown.exit-jvm = off")
                    .withFallback(ConfigFactory.defaultReference()));

    @TempDir
    static Path folder = Path.of("");

    private static DevelopmentCertificates certificates = new DevelopmentCertificates(folder);
    private static DevelopmentCertificates others = certificates;

    @BeforeAll
    static void make() throws IOException {
        certificates = new DevelopmentCertificates(folder.resolve("ours"));
        certificates.make();
        others = new DevelopmentCertificates(folder.resolve("others"));
        others.make();
    }

    @AfterAll
    static void stop() {
        TestKit.shutdownActorSystem(SYSTEM);
    }

    @Test
    void answersWhoTrustsItsAuthorityAndNobodyInPlain() throws Exception {
        try (Served served = new Served(tls(certificates))) {
            assertThat(get(Https.trusting(certificates.authority()), served.port())
                            .body())
                    .isEqualTo("hello");
            assertThatThrownBy(() -> get(Https.trusting(others.authority()), served.port()))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> get(Https.off(), served.port())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void callsNodesOfItsAuthorityOnly() {
        try (Served ours = new Served(tls(certificates));
                Served stranger = new Served(tls(others))) {
            HttpTls client = tls(certificates);
            assertThat(client.scheme()).isEqualTo("https");
            assertThat(call(client, ours.port()).join().status().intValue()).isEqualTo(200);
            assertThatThrownBy(() -> call(client, stranger.port()).join())
                    .hasCauseInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void takesNewCertificatesWhileItRunsAndKeepsTheOldWhereTheNewAreNone() throws Exception {
        DevelopmentCertificates rotated = new DevelopmentCertificates(folder.resolve("rotated"));
        rotated.make();
        try (Served served = new Served(tls(rotated))) {
            Path old = Files.copy(rotated.authority(), folder.resolve("old.pem"));
            assertThat(serial(Https.trusting(old), served.port())).isNotBlank();
            Files.writeString(rotated.certificate(), "nothing of use");
            later(rotated.certificate(), 10);
            assertThat(serial(Https.trusting(old), served.port())).isNotBlank();
            rotated.make();
            later(rotated.certificate(), 20);
            assertThat(serial(Https.trusting(rotated.authority()), served.port()))
                    .isNotBlank();
            assertThatThrownBy(() -> serial(Https.trusting(old), served.port()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SSLPeerUnverifiedException.class);
        }
    }

    private static void later(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + seconds * 1_000L));
    }

    private static String serial(Https https, int port) throws IOException, InterruptedException {
        var session = get(https, port).sslSession().orElseThrow();
        return ((X509Certificate) session.getPeerCertificates()[0])
                .getSerialNumber()
                .toString();
    }

    private static java.net.http.HttpResponse<String> get(Https https, int port)
            throws IOException, InterruptedException {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        https.context().ifPresent(client::sslContext);
        var request = java.net.http.HttpRequest.newBuilder(URI.create(https.url(port)))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.build().send(request, BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse> call(HttpTls client, int port) {
        Http http = Http.get(SYSTEM);
        return http.singleRequest(HttpRequest.create("https://127.0.0.1:" + port), client.client(http))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS);
    }

    private static HttpTls tls(DevelopmentCertificates files) {
        return HttpTls.of(new TlsSettings(
                true, false, files.certificate(), files.key(), files.authority(), Duration.ZERO, false));
    }

    /** Says hello over TLS on a free port. */
    private static final class Served implements AutoCloseable {
        private final ServerBinding binding;

        Served(HttpTls tls) {
            binding = tls.secured(Http.get(SYSTEM).newServerAt("127.0.0.1", 0))
                    .bind(Served::hello)
                    .toCompletableFuture()
                    .join();
        }

        private static CompletionStage<HttpResponse> hello(HttpRequest request) {
            return CompletableFuture.completedFuture(HttpResponse.create().withEntity("hello"));
        }

        int port() {
            return binding.localAddress().getPort();
        }

        @Override
        public void close() {
            binding.unbind();
        }
    }
}

package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's files, and nothing beside them. */
final class ConsoleFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private Gated gated = new Gated(0, Path.of("none"), "");

    @BeforeEach
    void open() throws IOException {
        Path console = Files.createDirectories(folder.resolve("dist"));
        Files.createDirectories(console.resolve("assets"));
        Files.writeString(console.resolve("index.html"), "<!doctype html><title>PhonePay</title>");
        Files.writeString(console.resolve("assets/app-1234.js"), "export {}");
        Files.writeString(console.resolve(".env"), "SECRET=1");
        Files.writeString(folder.resolve("outside.txt"), "outside");
        gated.close();
        gated = new Gated(1, console, "");
    }

    @AfterEach
    void close() {
        gated.close();
    }

    private HttpResponse<String> get(String path) {
        return Gated.send(gated.request(path, null));
    }

    @Test
    void thePageIsForEveryAddressThatIsNoFile() {
        for (String path : new String[] {"/", "/pay", "/admin", "/history/T0001"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("PhonePay");
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            String tag = page.headers().firstValue("ETag").orElse("");
            HttpRequest.Builder again = gated.request(path, null).header("If-None-Match", tag);
            assertThat(Gated.send(again).statusCode()).isEqualTo(304);
        }
        assertThat(gated.asked()).isZero();
    }

    @Test
    void assetsAreKeptForEverAndAMissingOneIsMissing() {
        HttpResponse<String> asset = get("/assets/app-1234.js");
        assertThat(asset.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(get("/assets/gone-9.js").statusCode()).isEqualTo(404);
        assertThat(get("/favicon.png").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingOutsideAndNothingHiddenIsServed() throws IOException {
        for (String path : new String[] {
            "/../outside.txt",
            "/%2e%2e/outside.txt",
            "/..%2foutside.txt",
            "/assets/..%2f..%2foutside.txt",
            "/.env",
            "//etc/passwd"
        }) {
            String answer = gated.talk("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("outside\n", "SECRET", "root:")
                    .doesNotEndWith("outside");
        }
    }

    @Test
    void onlyReads() {
        HttpRequest.Builder post = gated.request("/pay", null).POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(Gated.send(post).statusCode()).isEqualTo(405);
    }
}

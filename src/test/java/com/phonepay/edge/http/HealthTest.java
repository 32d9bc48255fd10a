package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private final ReadinessCheck fine = check("journal", () -> CompletableFuture.completedFuture(true));

    @Test
    void isReadyWhenEveryCheckIs() throws Exception {
        assertThat(ready(fine, check("slices", () -> CompletableFuture.completedFuture(true))))
                .isEqualTo("200 {\"status\":\"UP\",\"checks\":["
                        + "{\"name\":\"journal\",\"status\":\"UP\"},{\"name\":\"slices\",\"status\":\"UP\"}]}");
    }

    @Test
    void isNotReadyWhenOneCheckSaysNoOrFailsOrThrowsOrIsLate() throws Exception {
        List<Supplier<CompletionStage<Boolean>>> bad = List.of(
                () -> CompletableFuture.completedFuture(false),
                () -> CompletableFuture.failedFuture(new IllegalStateException("down")),
                () -> {
                    throw new IllegalStateException("broken");
                },
                CompletableFuture::new);
        for (Supplier<CompletionStage<Boolean>> check : bad) {
            String answer = ready(fine, check("slices", check));
            assertThat(answer).startsWith("503 ").contains("{\"name\":\"slices\",\"status\":\"DOWN\"}");
            assertThat(answer.substring(4)).satisfies(body -> assertThat(
                            new Contract().check("GET", "/health/ready", 503, "application/json", body))
                    .isEmpty());
        }
    }

    private static ReadinessCheck check(String name, Supplier<CompletionStage<Boolean>> isReady) {
        return new ReadinessCheck(name, isReady);
    }

    private static String ready(ReadinessCheck... checks) throws Exception {
        Endpoint endpoint = new HealthRoutes(List.of(checks), () -> false)
                .endpoints().stream()
                        .filter(one -> one.template().endsWith("ready"))
                        .findFirst()
                        .orElseThrow();
        Exchange exchange =
                new Exchange(HttpRequest.GET("/health/ready"), Map.of(), Map.of(), null, null, JsonBody.EMPTY);
        var response = endpoint.handler().handle(exchange).toCompletableFuture().get(10, TimeUnit.SECONDS);
        var strict = (HttpEntity.Strict) response.entity();
        return response.status().intValue() + " " + strict.getData().utf8String();
    }
}

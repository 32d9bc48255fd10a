package com.phonepay.edge.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaType;
import akka.stream.javadsl.Sink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Reads the body of a request, as far as it may be read. */
final class Bodies {
    private static final Duration ARRIVAL = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final ActorSystem<?> system;
    private final long bytesMax;

    Bodies(ActorSystem<?> system, long bytesMax) {
        this.system = system;
        this.bytesMax = bytesMax;
    }

    /** The body as JSON. Refuses another media type, more than the allowed bytes, and what is not strict JSON. */
    CompletionStage<JsonBody> read(HttpRequest request) {
        if (!isJson(request.entity()) || isCompressed(request)) {
            return drain(request, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.entity().getContentLengthOption().orElse(0) > bytesMax) {
            return drain(request, ErrorCode.BODY_TOO_LARGE);
        }
        if (request.entity() instanceof HttpEntity.Strict whole) {
            return CompletableFuture.completedFuture(whole.getData().toArray()).thenApply(JsonBody::parse);
        }
        return request.entity().toStrict(ARRIVAL.toMillis(), bytesMax, system).handle((strict, fault) -> {
            if (fault != null) {
                throw new RefusedException(isTimeout(fault) ? ErrorCode.REQUEST_TIMED_OUT : ErrorCode.BODY_TOO_LARGE);
            }
            return JsonBody.parse(strict.getData().toArray());
        });
    }

    /** Reads what nobody wants, for a short while, so that the caller gets to read why, and refuses. */
    <T> CompletionStage<T> drain(HttpRequest request, ErrorCode code) {
        return drained(request).thenCompose(done -> CompletableFuture.failedFuture(new RefusedException(code)));
    }

    /** Completes when the body was read and thrown away, or a short time has passed. Never fails. */
    CompletionStage<Boolean> drained(HttpRequest request) {
        if (request.entity().isStrict()) {
            return CompletableFuture.completedFuture(true);
        }
        return request.entity()
                .withoutSizeLimit()
                .getDataBytes()
                .takeWithin(DRAIN)
                .runWith(Sink.ignore(), system)
                .handle((done, fault) -> fault == null);
    }

    private static boolean isTimeout(Throwable fault) {
        return fault instanceof TimeoutException || fault.getCause() instanceof TimeoutException;
    }

    private static boolean isJson(HttpEntity entity) {
        MediaType type = entity.getContentType().mediaType();
        return type.mainType().equals("application") && type.subType().equals("json");
    }

    private static boolean isCompressed(HttpRequest request) {
        return request.getHeader("Content-Encoding")
                .filter(header -> !header.value().equalsIgnoreCase("identity"))
                .isPresent();
    }
}

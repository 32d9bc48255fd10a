package com.phonepay.edge.http;

import akka.event.LoggingAdapter;
import akka.http.ParsingErrorHandler;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.ErrorInfo;
import akka.http.scaladsl.model.StatusCode;
import akka.http.scaladsl.settings.ServerSettings;
import java.util.UUID;

/**
 * Answers what is not even HTTP, in the same words as everything else. Named in the server's configuration, and found
 * by Akka through the static field, as it would find a Scala object.
 */
public final class UnreadableRequests extends ParsingErrorHandler {
    public static final UnreadableRequests MODULE$ = new UnreadableRequests();

    private UnreadableRequests() {}

    @Override
    public HttpResponse handle(StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
        Trace trace = new Trace("req_" + UUID.randomUUID(), "0".repeat(32), "0".repeat(16));
        return Respond.finish(Respond.problem(Problem.of(code(status.intValue())), "/", trace), trace);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 408 -> ErrorCode.REQUEST_TIMED_OUT;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 414 -> ErrorCode.URI_TOO_LONG;
            case 417 -> ErrorCode.EXPECTATION_FAILED;
            case 431 -> ErrorCode.HEADERS_TOO_LARGE;
            case 501 -> ErrorCode.METHOD_NOT_IMPLEMENTED;
            default -> ErrorCode.MALFORMED_REQUEST;
        };
    }
}

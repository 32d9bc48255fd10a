package com.phonepay.edge.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.util.ByteString;
import com.phonepay.payment.Reply;
import java.util.ArrayList;
import java.util.List;

/** Makes responses. */
public final class Respond {
    static final ContentType.WithFixedCharset PROBLEM_JSON =
            ContentTypes.create(MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8));

    static final ContentType.WithFixedCharset YAML =
            ContentTypes.create(MediaTypes.applicationWithFixedCharset("yaml", HttpCharsets.UTF_8));

    /** On every response: nothing here may be cached, guessed at, framed or followed. */
    private static final List<HttpHeader> ALWAYS = List.of(
            RawHeader.create("Cache-Control", "no-store"),
            RawHeader.create("X-Content-Type-Options", "nosniff"),
            RawHeader.create("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            RawHeader.create("Referrer-Policy", "no-referrer"));

    private Respond() {}

    public static HttpResponse json(int status, JsonObject body) {
        return json(status, body.toString());
    }

    public static HttpResponse json(int status, String body) {
        return HttpResponse.create()
                .withStatus(status)
                .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, ByteString.fromString(body)));
    }

    public static HttpResponse problem(Problem problem, String path, Trace trace) {
        return HttpResponse.create()
                .withStatus(problem.code().status())
                .addHeaders(problemHeaders(problem))
                .withEntity(PROBLEM_JSON, ByteString.fromString(problem.toJson(path, trace.requestId())));
    }

    private static List<HttpHeader> problemHeaders(Problem problem) {
        List<HttpHeader> headers = new ArrayList<>();
        if (problem.code().status() == 401) {
            headers.add(RawHeader.create("WWW-Authenticate", "Bearer realm=\"phonepay\""));
        }
        if (problem.code().isRetryable()) {
            headers.add(RawHeader.create("Retry-After", Long.toString(Facts.retryAfter(problem.facts()))));
        }
        String allow = problem.facts().get("allow");
        if (allow != null) {
            headers.add(RawHeader.create("Allow", allow));
        }
        return headers;
    }

    /** The value of an accepted request; a refused one ends here as a problem. */
    static <T> T orRefuse(Reply<T> reply) {
        return reply.fold(value -> value, rejection -> {
            throw new RefusedException(Problem.of(rejection));
        });
    }

    /** Adds what every response carries. */
    public static HttpResponse finish(HttpResponse response, Trace trace) {
        return response.addHeaders(ALWAYS).addHeaders(trace.headers());
    }
}

package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import java.util.concurrent.CompletionStage;

/** Answers one request: parse, ask a port, render. Refuses by {@link RefusedException} before it asks anything. */
@FunctionalInterface
interface Handler {
    CompletionStage<HttpResponse> handle(Exchange exchange);
}

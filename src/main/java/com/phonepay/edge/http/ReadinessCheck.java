package com.phonepay.edge.http;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Something a node needs before it can answer for money.
 *
 * @param name as shown to the operator
 * @param isReady asked at every look; a failed or late stage counts as no
 */
public record ReadinessCheck(String name, Supplier<CompletionStage<Boolean>> isReady) {}

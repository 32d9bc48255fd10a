package com.phonepay.edge.gateway;

import java.util.concurrent.CompletionStage;

/** Keeps the callers' budgets. */
public interface Buckets {
    /**
     * Takes one request from a budget. Fails where the budgets can not be asked.
     *
     * @param key whose budget: an address or a user
     * @param perMinute its size, at least 1
     */
    CompletionStage<Budget> take(String key, long perMinute);
}

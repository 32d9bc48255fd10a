package com.phonepay.readmodel.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Waiting for answers, and doing much work in small portions. */
final class Stages {
    private static final int PORTION = 500;

    private Stages() {}

    static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += PORTION) {
            portions.add(all.subList(begin, Math.min(all.size(), begin + PORTION)));
        }
        return portions;
    }
}

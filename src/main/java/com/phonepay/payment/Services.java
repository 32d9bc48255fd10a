package com.phonepay.payment;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Whether the slices answer, type by type. */
public interface Services {
    /** Asks every slice something harmless. Never fails. */
    CompletionStage<List<Health>> look();

    /** What came of asking one type.
     *
     * @param type wallets, transactions, ...
     * @param answering how many of the slices answered in two seconds
     * @param slowestMs the slowest of these answers
     */
    record Health(String type, int slices, int answering, double slowestMs) {}
}

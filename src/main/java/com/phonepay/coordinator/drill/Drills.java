package com.phonepay.coordinator.drill;

import com.phonepay.payment.Reply;
import java.util.concurrent.CompletionStage;

/**
 * Orders to whoever owns the processes of this cluster. Answers are JSON texts as in the contract. Refusals:
 * {@code no_supervisor} where nobody owns them, and what the supervisor refuses with.
 */
public interface Drills {
    /**
     * What is asked for.
     *
     * @param node the target, or 0 to let it be chosen
     * @param seconds how long the fault lasts, or 0 for the usual time
     * @param lagMs for the kind {@code lag}, or 0 for the usual one
     */
    record Order(String kind, int node, int seconds, int lagMs) {}

    /** Begins a drill; the answer is its first report. */
    CompletionStage<Reply<String>> begin(Order order);

    /** All reports, the newest first. */
    CompletionStage<Reply<String>> list();

    /** One report. Refused with {@code drill_not_found}. */
    CompletionStage<Reply<String>> find(String drillId);

    /** Ends what runs and heals everything. */
    CompletionStage<Reply<String>> reset();

    /** Takes a node out in good order where it runs, or starts it where it does not. */
    CompletionStage<Reply<String>> toggle(int node);
}

package com.phonepay.infra.drill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a drill did and what came of it. Times in milliseconds after the fault; what did not happen is absent.
 *
 * @param status RUNNING, REVERTED (over, and the cluster is whole again), or FAILED with the reason
 * @param loadPerSecond payments that were begun each second
 * @param throughput what the payers heard, as a curve; null until every one has an answer
 */
public record DrillReport(
        String drillId,
        String kind,
        @Nullable String nodeId,
        String status,
        @Nullable String reason,
        String startedAt,
        @Nullable String endedAt,
        int seconds,
        int loadPerSecond,
        List<Step> timeline,
        Map<String, Long> measured,
        @Nullable Payments payments,
        @Nullable BigDecimal sumBefore,
        @Nullable BigDecimal sumAfter,
        @Nullable Throughput throughput) {

    /** Something that was seen. */
    public record Step(String at, long afterMs, String what, String detail) {}

    /**
     * What became of the payments.
     *
     * @param unansweredAtFirst those whose payer had to ask again
     * @param inDoubtAtEnd those without a final answer when everything had had a minute to settle
     * @param lost acknowledged, and not exactly captured and credited by the journal
     * @param doubled captured or credited more than once by the journal
     * @param accountsOff customers whose balance is not what their payments make it
     */
    public record Payments(
            int sent,
            int acknowledged,
            int declined,
            int unansweredAtFirst,
            int inDoubtAtEnd,
            int lost,
            int doubled,
            int accountsOff) {}

    /**
     * Final answers by the time at which they came. The fault is always the edge of a span.
     *
     * @param fromMs where the first span begins, after the fault; negative because the load runs before it
     * @param everyMs how long each span is
     * @param acknowledged payments that went through, in each span
     * @param declined payments that failed or were blocked, in each span
     */
    public record Throughput(long fromMs, long everyMs, List<Integer> acknowledged, List<Integer> declined) {}
}

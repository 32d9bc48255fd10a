package com.phonepay.infra.drill;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Counts the final answers of a drill's payments second by second; in a long drill by spans of several seconds. */
final class Throughput {
    static final int POINTS_MAX = 120;
    private static final long SECOND = 1_000_000_000L;

    private Throughput() {}

    /**
     * The curve from the first payment that was sent to the last answer that came.
     *
     * @param fault its time, as of System.nanoTime
     */
    static DrillReport.Throughput of(Collection<Attempt> attempts, long fault) {
        long first = attempts.stream().mapToLong(Attempt::sentAt).min().orElse(fault);
        return curve(
                first - fault,
                ends(attempts, fault, Attempt::isAcknowledged),
                ends(attempts, fault, attempt -> !attempt.isAcknowledged()));
    }

    private static long[] ends(Collection<Attempt> attempts, long fault, Predicate<Attempt> which) {
        return attempts.stream()
                .filter(Attempt::isFinal)
                .filter(which)
                .mapToLong(attempt -> attempt.finalAt() - fault)
                .toArray();
    }

    /** All times in nanoseconds after the fault. Spans are whole seconds long, and the fault is the edge of one. */
    static DrillReport.Throughput curve(long begin, long[] acknowledged, long[] declined) {
        long end = LongStream.concat(Arrays.stream(acknowledged), Arrays.stream(declined))
                .max()
                .orElse(begin);
        long every = SECOND;
        while (Math.floorDiv(end, every) - Math.floorDiv(begin, every) >= POINTS_MAX) {
            every += SECOND;
        }
        long first = Math.floorDiv(begin, every);
        int spans = (int) (Math.floorDiv(end, every) - first) + 1;
        return new DrillReport.Throughput(
                first * every / 1_000_000,
                every / 1_000_000,
                counts(acknowledged, every, first, spans),
                counts(declined, every, first, spans));
    }

    private static List<Integer> counts(long[] times, long every, long first, int spans) {
        int[] counts = new int[spans];
        for (long time : times) {
            counts[(int) (Math.floorDiv(time, every) - first)]++;
        }
        return IntStream.of(counts).boxed().toList();
    }
}

package com.phonepay.infra.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What customers felt of a fault: when payments of the lost slices went through again, and how long anybody waited. */
final class Recovery {
    private final Collection<Attempt> attempts;
    private final Crowd crowd;
    private final Set<Integer> lost;
    private final long fault;

    /**
     * @param lost numbers of the slices that the target owned
     * @param fault its time, as of System.nanoTime
     */
    Recovery(Collection<Attempt> attempts, Crowd crowd, Set<Integer> lost, long fault) {
        this.attempts = attempts;
        this.crowd = crowd;
        this.lost = lost;
        this.fault = fault;
    }

    Map<String, Long> measure() {
        Map<String, Long> measured = new TreeMap<>();
        List<Attempt> hit = of(this::isHit);
        hit.stream()
                .mapToLong(Attempt::finalAt)
                .min()
                .ifPresent(at -> measured.put("first_recovered_payment_ms", since(at)));
        lastSliceBack(hit, measured);
        attempts.stream()
                .filter(attempt -> attempt.isFinal() && attempt.wasUnanswered() && attempt.finalAt() > fault)
                .mapToLong(Attempt::finalAt)
                .max()
                .ifPresent(at -> measured.put("backlog_clear_ms", since(at)));
        measured.put("longest_stall_ms", longestWait(attempts.stream().toList()));
        measured.put("longest_stall_surviving_ms", longestGap(of(attempt -> !isHit(attempt))));
        return measured;
    }

    /** The last of the lost slices whose payers got an answer again. */
    private void lastSliceBack(List<Attempt> hit, Map<String, Long> measured) {
        Map<Integer, Long> first = new HashMap<>();
        for (Attempt attempt : hit) {
            int slice = crowd.get(attempt.payer()).slice();
            if (lost.contains(slice)) {
                first.merge(slice, attempt.finalAt(), Math::min);
            }
        }
        if (!first.isEmpty() && first.size() == lost.size()) {
            measured.put(
                    "last_slice_recovered_ms",
                    since(first.values().stream().max(Long::compare).orElse(fault)));
        }
    }

    private List<Attempt> of(Predicate<Attempt> which) {
        return attempts.stream()
                .filter(attempt -> attempt.isFinal() && attempt.sentAt() > fault)
                .filter(which)
                .toList();
    }

    private boolean isHit(Attempt attempt) {
        return lost.contains(crowd.get(attempt.payer()).slice())
                || lost.contains(crowd.get(attempt.payee()).slice());
    }

    private static long longestWait(List<Attempt> some) {
        return some.stream()
                .filter(Attempt::isFinal)
                .mapToLong(attempt -> (attempt.finalAt() - attempt.sentAt()) / 1_000_000)
                .max()
                .orElse(0);
    }

    /** The longest time in which none of these payments was answered. */
    private long longestGap(List<Attempt> some) {
        List<Long> ends = new ArrayList<>(List.of(fault));
        some.forEach(attempt -> ends.add(attempt.finalAt()));
        ends.sort(Long::compare);
        long longest = 0;
        for (int i = 1; i < ends.size(); i++) {
            longest = Math.max(longest, ends.get(i) - ends.get(i - 1));
        }
        return some.isEmpty() ? 0 : longest / 1_000_000;
    }

    private long since(long at) {
        return (at - fault) / 1_000_000;
    }
}

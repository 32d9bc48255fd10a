package com.phonepay.coordinator.proof;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.slice.Row;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decisions and the postings that carry them out, matched by transaction id. What is settled is remembered by its id
 * alone until its coordinator forgets it.
 */
final class Passages {
    private final Map<TransactionId, Passage> open = new HashMap<>();
    private final Set<TransactionId> settled = new HashSet<>();
    private final Consumer<Violation> broken;
    private long committed;
    private long aborted;

    /** @param broken told of what no later row can mend */
    Passages(Consumer<Violation> broken) {
        this.broken = broken;
    }

    void decision(SliceAddress slice, Row row, TransactionEvent event) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            begun(slice, row, initiated.terms());
        } else if (event instanceof TransactionEvent.Decided decided) {
            decided(slice, row, decided.id(), decided.decision());
        } else if (event instanceof TransactionEvent.PresumedAborted presumed) {
            begun(slice, row, presumed.terms());
            decided(slice, row, presumed.id(), presumed.decision());
        } else if (event instanceof TransactionEvent.Completed completed) {
            ended(slice, row, completed.id());
        } else if (event instanceof TransactionEvent.TransactionForgotten forgotten) {
            forgotten(forgotten.id());
        }
    }

    private void begun(SliceAddress slice, Row row, Terms terms) {
        Passage passage = passage(terms.id());
        if (passage.underWay != null || settled.contains(terms.id())) {
            breach("initiated_twice", slice, row, "Transaction " + terms.id() + " began while it was known already");
        }
        passage.underWay = terms;
        passage.decided = false;
    }

    private void decided(SliceAddress slice, Row row, TransactionId id, Decision decision) {
        Passage passage = passage(id);
        @Nullable Terms terms = passage.underWay;
        if (terms == null) {
            breach("decided_without_beginning", slice, row, "Transaction " + id + " was decided but never began");
            return;
        }
        if (passage.decided) {
            breach("decided_twice", slice, row, "Transaction " + id + " has a second decision");
            return;
        }
        passage.decided = true;
        if (decision.commit()) {
            committed++;
            passage.commits.add(Leg.of(terms));
        } else {
            aborted++;
        }
    }

    private void ended(SliceAddress slice, Row row, TransactionId id) {
        Passage passage = passage(id);
        if (passage.underWay == null || !passage.decided) {
            breach("ended_without_decision", slice, row, "Transaction " + id + " ended undecided");
        }
        passage.underWay = null;
        passage.commitsEnded = passage.commits.size();
    }

    private void forgotten(TransactionId id) {
        settled.remove(id);
        @Nullable Passage passage = open.get(id);
        if (passage != null) {
            passage.forgotten = true;
        }
    }

    void captured(TransactionId id, Leg leg) {
        passage(id).captures.add(leg);
    }

    void credited(TransactionId id, Leg leg) {
        passage(id).credits.add(leg);
    }

    /** Whatever has ended by now must be posted in every cut of the wallets that is taken from now on. */
    void expectPostings() {
        open.values().forEach(passage -> passage.due = passage.commitsEnded);
    }

    private Passage passage(TransactionId id) {
        return open.computeIfAbsent(id, unknown -> new Passage());
    }

    /** Judges everything that is open, and lets go of what is settled. */
    void judge(List<Violation> found) {
        open.forEach((id, passage) -> judge(id, passage, found));
        open.entrySet().removeIf(entry -> {
            Passage passage = entry.getValue();
            boolean done = passage.isSettled();
            if (done && !passage.forgotten) {
                settled.add(entry.getKey());
            }
            return done;
        });
    }

    private static void judge(TransactionId id, Passage passage, List<Violation> found) {
        postings("captured", passage.captures, passage, id, found);
        postings("credited", passage.credits, passage, id, found);
    }

    private static void postings(
            String verb, List<Leg> postings, Passage passage, TransactionId id, List<Violation> found) {
        if (postings.size() > passage.commits.size()) {
            found.add(new Violation(
                    verb + "_without_decision",
                    "all",
                    0,
                    id + " was " + verb + " " + postings.size() + " times and committed " + passage.commits.size()
                            + " times"));
        }
        if (postings.size() < passage.due) {
            found.add(new Violation("never_" + verb, "all", 0, id + " has ended committed and was not " + verb));
        }
        for (int use = 0; use < Math.min(postings.size(), passage.commits.size()); use++) {
            if (!postings.get(use).equals(passage.commits.get(use))) {
                found.add(new Violation(
                        verb + "_otherwise",
                        "all",
                        0,
                        id + " was " + verb + " as " + postings.get(use) + " and committed as "
                                + passage.commits.get(use)));
            }
        }
    }

    /** Captured and not yet credited, over all. */
    Money inFlight() {
        Money sum = Money.ZERO;
        for (Passage passage : open.values()) {
            sum = sum.plus(passage.inFlight());
        }
        return sum;
    }

    long committed() {
        return committed;
    }

    long aborted() {
        return aborted;
    }

    long underWay() {
        return open.values().stream()
                .filter(passage -> passage.underWay != null)
                .count();
    }

    private void breach(String code, SliceAddress slice, Row row, String detail) {
        broken.accept(new Violation(code, slice.toString(), row.position().sequence(), detail));
    }
}

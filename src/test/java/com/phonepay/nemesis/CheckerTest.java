package com.phonepay.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A checker is only worth what it sees: every kind of doctored history must be flagged, by the rule that is for it. */
final class CheckerTest {
    private final List<Told> told = new ArrayList<>(List.of(
            told("a", "SUCCESS", "T1", 10, 20), told("b", "SUCCESS", "T2", 30, 40), told("c", "FAILED", "T3", 50, 60)));
    private final List<Posting> postings = new ArrayList<>(List.of(
            new Posting("asha", "BonusPosted", "bonus-asha", 1000, 1, 1000),
            new Posting("asha", "Captured", "T1", -100, 2, 900),
            new Posting("asha", "Captured", "T2", -100, 3, 800),
            new Posting("ravi", "BonusPosted", "bonus-ravi", 1000, 1, 1000),
            new Posting("ravi", "Credited", "T1", 100, 2, 1100),
            new Posting("ravi", "Credited", "T2", 100, 3, 1200)));
    private final Map<String, Long> balances = new HashMap<>(Map.of("asha", 800L, "ravi", 1200L));
    private final List<String> proof = new ArrayList<>();
    private final Map<String, Set<String>> committed =
            new HashMap<>(Map.of("wallet.ledger", Set.of("wallets-1:7:0", "wallets-1:7:1")));
    private final Map<String, Set<String>> published =
            new HashMap<>(Map.of("wallet.ledger", Set.of("wallets-1:7:1", "wallets-1:7:0")));

    private static Told told(String key, String status, String id, long sentAt, long finalAt) {
        return new Told(key, "asha", "ravi", 100, status, id, sentAt, finalAt, "");
    }

    @Test
    void aRightHistoryIsRight() {
        assertThat(check()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyDoctoredHistoryIsFlagged() {
        Map<String, Consumer<CheckerTest>> doctored = Map.ofEntries(
                Map.entry("lost", h -> h.remove("Credited", "T2")),
                Map.entry("doubled", h -> h.add(new Posting("ravi", "Credited", "T2", 100, 4, 1300))),
                Map.entry("declined_but_moved", h -> h.add(new Posting("asha", "Captured", "T3", -100, 4, 700))),
                Map.entry("never_final", h -> h.told.add(told("d", "", "", 70, 0))),
                Map.entry(
                        "answer_changed",
                        h -> h.told.set(
                                0,
                                new Told(
                                        "a",
                                        "asha",
                                        "ravi",
                                        100,
                                        "SUCCESS",
                                        "T1",
                                        10,
                                        20,
                                        "first SUCCESS, later FAILED"))),
                Map.entry(
                        "moved_otherwise",
                        h -> h.told.set(1, new Told("b", "asha", "ravi", 99, "SUCCESS", "T2", 30, 40, ""))),
                Map.entry("nobody_asked", h -> h.add(new Posting("ravi", "Credited", "T9", 100, 4, 1300))),
                Map.entry("version_gap", h -> h.postings.set(2, new Posting("asha", "Captured", "T2", -100, 4, 800))),
                Map.entry("balance_jumps", h -> h.postings.set(4, new Posting("ravi", "Credited", "T1", 100, 2, 1150))),
                Map.entry("overdrawn", h -> h.add(new Posting("asha", "Captured", "T9", -900, 4, -100))),
                Map.entry("against_time", h -> h.told.set(1, told("b", "SUCCESS", "T2", 1, 5))),
                Map.entry("balance_told_otherwise", h -> h.balances.put("ravi", 1199L)),
                Map.entry("not_published", h -> h.published.put("wallet.ledger", Set.of("wallets-1:7:0"))),
                Map.entry("never_committed", h -> h.committed.put("wallet.ledger", Set.of("wallets-1:7:1"))),
                Map.entry("not_conserved", h -> h.proof.add("clearing_differs")));
        return doctored.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    CheckerTest history = new CheckerTest();
                    entry.getValue().accept(history);
                    assertThat(history.check()).anyMatch(found -> found.startsWith(entry.getKey() + ":"));
                }));
    }

    private void remove(String kind, String reference) {
        postings.removeIf(
                posting -> posting.kind().equals(kind) && posting.reference().equals(reference));
    }

    private void add(Posting posting) {
        postings.add(posting);
    }

    private List<String> check() {
        return Checker.check(new History(told, postings, balances, proof, committed, published));
    }
}

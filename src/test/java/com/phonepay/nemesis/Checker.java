package com.phonepay.nemesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what customers were told with what the journal says. Each rule is by itself; what it finds begins with the
 * rule's name.
 */
final class Checker {
    private final List<String> found = new ArrayList<>();
    private final History history;
    private final Map<String, List<Posting>> captures = new HashMap<>();
    private final Map<String, List<Posting>> credits = new HashMap<>();
    private final Map<String, List<Posting>> wallets = new LinkedHashMap<>();

    private Checker(History history) {
        this.history = history;
        for (Posting posting : history.postings()) {
            wallets.computeIfAbsent(posting.account(), fresh -> new ArrayList<>())
                    .add(posting);
            if (posting.kind().equals("Captured")) {
                captures.computeIfAbsent(posting.reference(), fresh -> new ArrayList<>())
                        .add(posting);
            } else if (posting.kind().equals("Credited")) {
                credits.computeIfAbsent(posting.reference(), fresh -> new ArrayList<>())
                        .add(posting);
            }
        }
    }

    /** Nothing where everything is right. */
    static List<String> check(History history) {
        Checker checker = new Checker(history);
        history.told().forEach(checker::payment);
        checker.nothingElseMoved();
        checker.walletsAreLinear();
        checker.timeAgreesWithVersions();
        checker.balancesAreTold();
        history.proof().forEach(violation -> checker.found.add("not_conserved: " + violation));
        checker.eventsAreComplete();
        return checker.found;
    }

    private void payment(Told told) {
        int captured = captures.getOrDefault(told.transactionId(), List.of()).size();
        int credited = credits.getOrDefault(told.transactionId(), List.of()).size();
        if (!told.contradiction().isEmpty()) {
            found.add("answer_changed: " + told.key() + " " + told.contradiction());
        }
        switch (told.status()) {
            case "SUCCESS" -> acknowledged(told, captured, credited);
            case "FAILED", "BLOCKED" -> {
                if (captured + credited > 0) {
                    found.add("declined_but_moved: " + told);
                }
            }
            default -> found.add("never_final: " + told);
        }
    }

    private void acknowledged(Told told, int captured, int credited) {
        if (captured == 0 || credited == 0) {
            found.add("lost: " + told + " captured " + captured + ", credited " + credited);
            return;
        }
        if (captured > 1 || credited > 1) {
            found.add("doubled: " + told + " captured " + captured + ", credited " + credited);
        }
        Posting capture = first(captures, told);
        Posting credit = first(credits, told);
        boolean fits = capture.account().equals(told.payer())
                && credit.account().equals(told.payee())
                && capture.paise() == -told.paise()
                && credit.paise() == told.paise();
        if (!fits) {
            found.add("moved_otherwise: " + told + " as " + capture + " and " + credit);
        }
    }

    /** Whatever moved between customers was asked for by one of them. */
    private void nothingElseMoved() {
        Set<String> known = new HashSet<>();
        history.told().forEach(told -> known.add(told.transactionId()));
        history.postings().stream()
                .filter(posting ->
                        posting.kind().equals("Captured") || posting.kind().equals("Credited"))
                .filter(posting -> !known.contains(posting.reference()))
                .filter(posting -> history.balances().containsKey(posting.account()))
                .forEach(posting -> found.add("nobody_asked: " + posting));
    }

    /** Versions count from 1 without a gap, and each balance follows from the one before. */
    private void walletsAreLinear() {
        wallets.forEach((account, postings) -> {
            long version = 0;
            long balance = 0;
            for (Posting posting : postings) {
                version++;
                balance += posting.paise();
                if (posting.version() != version) {
                    found.add("version_gap: " + account + " should be at " + version + ": " + posting);
                    return;
                }
                if (posting.balance() != balance) {
                    found.add("balance_jumps: " + account + " should have " + balance + ": " + posting);
                    return;
                }
                if (balance < 0) {
                    found.add("overdrawn: " + posting);
                    return;
                }
            }
        });
    }

    /** A payment that was answered before another of the same payer was sent comes first in his wallet. */
    private void timeAgreesWithVersions() {
        Map<String, List<Told>> byPayer = new HashMap<>();
        history.told().stream()
                .filter(told -> told.status().equals("SUCCESS") && captures.containsKey(told.transactionId()))
                .forEach(told -> byPayer.computeIfAbsent(told.payer(), fresh -> new ArrayList<>())
                        .add(told));
        byPayer.values().forEach(this::timeAgrees);
    }

    private void timeAgrees(List<Told> payments) {
        List<Told> bySent = new ArrayList<>(payments);
        bySent.sort((a, b) -> Long.compare(a.sentAt(), b.sentAt()));
        List<Told> byFinal = new ArrayList<>(payments);
        byFinal.sort((a, b) -> Long.compare(a.finalAt(), b.finalAt()));
        int ended = 0;
        long highest = 0;
        for (Told sent : bySent) {
            for (; ended < byFinal.size() && byFinal.get(ended).finalAt() < sent.sentAt(); ended++) {
                highest = Math.max(highest, version(byFinal.get(ended)));
            }
            if (version(sent) < highest) {
                found.add("against_time: " + sent + " is before a payment that was answered before it was sent");
                return;
            }
        }
    }

    private long version(Told told) {
        return first(captures, told).version();
    }

    private static Posting first(Map<String, List<Posting>> postings, Told told) {
        return postings.getOrDefault(told.transactionId(), List.of()).get(0);
    }

    private void balancesAreTold() {
        history.balances().forEach((account, told) -> {
            long journal = wallets.getOrDefault(account, List.of()).stream()
                    .mapToLong(Posting::paise)
                    .sum();
            if (journal != told) {
                found.add("balance_told_otherwise: " + account + " was told " + told + " and has " + journal);
            }
        });
    }

    /** What was committed was published, and nothing else. */
    private void eventsAreComplete() {
        Set<String> topics = new TreeSet<>(history.committed().keySet());
        topics.addAll(history.published().keySet());
        for (String topic : topics) {
            Set<String> committed = history.committed().getOrDefault(topic, Set.of());
            Set<String> published = history.published().getOrDefault(topic, Set.of());
            missing(committed, published).forEach(id -> found.add("not_published: " + topic + " " + id));
            missing(published, committed).forEach(id -> found.add("never_committed: " + topic + " " + id));
        }
    }

    private static Stream<String> missing(Set<String> from, Set<String> other) {
        return from.stream().filter(id -> !other.contains(id));
    }
}

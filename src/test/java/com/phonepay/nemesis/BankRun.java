package com.phonepay.nemesis;

import com.phonepay.coordinator.proof.LedgerAuditor;
import com.phonepay.coordinator.proof.Proof;
import com.phonepay.infra.Layout;
import com.phonepay.infra.drill.Attempt;
import com.phonepay.infra.drill.ClusterEye;
import com.phonepay.infra.drill.Crowd;
import com.phonepay.infra.drill.Load;
import com.phonepay.infra.drill.Teller;
import com.phonepay.infra.launcher.OfflineLedger;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.tls.Https;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.testing.Commits;
import com.phonepay.testing.PublishedEvents;
import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.Transfer;
import com.phonepay.wallet.WalletEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The run: load, nemeses for some minutes, healing, settling, judging. Needs a running cluster. */
final class BankRun {
    static final int SLICES = 8;
    private static final Duration HEAL_LIMIT = Duration.ofMinutes(3);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);
    /** Of the slices that the auditor reads. */
    private static final List<String> TOPICS =
            List.of("payment.completed", "payment.failed", "wallet.ledger", "settlement.batches");

    private static final Duration PUBLISHING_LIMIT = Duration.ofSeconds(90);
    private static final int TOKENS_LIVE_MS = 400_000;

    private final Layout layout;
    private final Teller teller;
    private final ClusterEye eye;
    private final Havoc havoc;
    private final long seed;

    BankRun(Layout layout, List<Integer> nodes, long seed) {
        this.layout = layout;
        this.seed = seed;
        this.teller = new Teller(
                Https.of(layout), nodes.stream().mapToInt(layout::httpPort).toArray());
        this.eye = new ClusterEye(layout, nodes, SLICES);
        this.havoc = new Havoc(new ControlClient(layout), eye, nodes, layout.redisPort(), seed);
    }

    /** What came of it. */
    record Result(
            Map<String, Integer> faults,
            History history,
            List<String> violations,
            boolean healed,
            long settledMs,
            Proof proof) {
        long acknowledged() {
            return history.told().stream()
                    .filter(told -> told.status().equals("SUCCESS"))
                    .count();
        }
    }

    /** Nemeses in an order of chance, for some time. */
    Plan mixture(List<Nemesis> nemeses, Duration time) {
        return new Mixture(havoc, nemeses, time, seed);
    }

    /** A death at every point of a payment's life, so many times each. */
    Plan deaths(int times) {
        return new Deaths(havoc, layout.data().resolve("fail-points"), times);
    }

    Result run(Plan plan, int perSecond) throws IOException {
        Crowd crowd = Crowd.gather(teller, layout.secrets().resolve("bank-customers.json"), new Slices(SLICES), 2);
        Map<String, Integer> faults = new HashMap<>();
        try (Load load =
                new Load(teller, crowd, "bank-" + seed + "-" + Instant.now().getEpochSecond(), seed, 10)) {
            load.begin(perSecond);
            Havoc.rest(5);
            long renewed = System.currentTimeMillis();
            for (Optional<String> done = plan.next(); done.isPresent(); done = plan.next()) {
                System.out.printf("%s  %6d acknowledged  %s%n", Instant.now(), load.acknowledged(), done.get());
                faults.merge(done.get(), 1, Integer::sum);
                if (System.currentTimeMillis() - renewed > TOKENS_LIVE_MS && havoc.heal(HEAL_LIMIT)) {
                    crowd.renew();
                    renewed = System.currentTimeMillis();
                }
            }
            boolean healed = havoc.heal(HEAL_LIMIT);
            crowd.renew();
            long began = System.currentTimeMillis();
            boolean settled = load.settle(SETTLE_LIMIT);
            long settledMs = System.currentTimeMillis() - began;
            return judge(crowd, load.attempts(), faults, healed && settled, settledMs);
        }
    }

    private Result judge(
            Crowd crowd, List<Attempt> attempts, Map<String, Integer> faults, boolean healed, long settledMs) {
        Map<String, Long> balances = new HashMap<>();
        List<BigDecimal> told = crowd.balances();
        for (int customer = 0; customer < crowd.size(); customer++) {
            balances.put(
                    crowd.get(customer).userId(),
                    told.get(customer).movePointRight(2).longValueExact());
        }
        List<Posting> postings = new ArrayList<>();
        Commits commits = new Commits();
        try (OfflineLedger ledger = OfflineLedger.open("127.0.0.1:" + layout.cqlPort(), "phonepay")) {
            Proof proof = new LedgerAuditor(ledger.reader(), ledger.slices(), InstantSource.system(), (slice, row) -> {
                        postings(row, postings);
                        commits.note(slice, row);
                    })
                    .round();
            History history = new History(
                    attempts.stream().map(attempt -> told(crowd, attempt)).toList(),
                    postings.stream()
                            .filter(posting -> balances.containsKey(posting.account()))
                            .toList(),
                    balances,
                    proof.violations().stream().map(Object::toString).toList(),
                    commits.ids(),
                    published(commits.ids()));
            return new Result(faults, history, Checker.check(history), healed, settledMs, proof);
        }
    }

    /** What a plain consumer finds; looks again for a while where something is missing, since taps come after commits. */
    private Map<String, Set<String>> published(Map<String, Set<String>> committed) {
        String kafka = "127.0.0.1:" + layout.kafkaPort();
        long end = System.nanoTime() + PUBLISHING_LIMIT.toNanos();
        Map<String, Set<String>> published = PublishedEvents.ids(kafka, TOPICS);
        while (!published.equals(committed) && System.nanoTime() < end) {
            Havoc.rest(2);
            published = PublishedEvents.ids(kafka, TOPICS);
        }
        return published;
    }

    private static Told told(Crowd crowd, Attempt attempt) {
        return new Told(
                attempt.key(),
                crowd.get(attempt.payer()).userId(),
                crowd.get(attempt.payee()).userId(),
                attempt.amount().movePointRight(2).longValueExact(),
                attempt.refusal().isEmpty() ? attempt.status() : "FAILED",
                attempt.transactionId(),
                attempt.sentAt(),
                attempt.finalAt(),
                attempt.contradiction());
    }

    private static void postings(Row row, List<Posting> postings) {
        for (Recorded recorded : row.events()) {
            if (recorded.event() instanceof WalletEvent.Moving moving) {
                Transfer transfer = moving.transfer();
                @Nullable Standing standing = moving.standing();
                boolean leaves = transfer.from() instanceof LedgerAccount.Wallet;
                LedgerAccount account = leaves ? transfer.from() : transfer.to();
                if (standing != null) {
                    postings.add(new Posting(
                            account.label(),
                            moving.getClass().getSimpleName(),
                            moving.reference(),
                            leaves
                                    ? -transfer.amount().paise()
                                    : transfer.amount().paise(),
                            standing.version(),
                            standing.balance().paise()));
                }
            }
        }
    }
}

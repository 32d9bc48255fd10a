package com.phonepay.coordinator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A right journal is balanced, and every way of spoiling a copy of it is seen. */
final class ConservationAuditTest {
    private final WrittenJournal journal = new WrittenJournal();
    private TransactionId paid;

    @BeforeEach
    void writeAJournal() {
        journal.open("asha", "ravi", "meera", "kabir")
                .recharge("asha", 500, "one")
                .recharge("ravi", 70, "two");
        paid = journal.pay("asha", "ravi", 120, "a");
        journal.pay("ravi", "meera", 30, "b");
        journal.pay("kabir", "asha", 999, "c");
        journal.pay("meera", "kabir", 5000, "too much");
    }

    @Test
    void aRightJournalIsBalanced() {
        Proof proof = audit(journal.rows());
        assertThat(proof.violations()).isEmpty();
        assertThat(proof.isBalanced()).isTrue();
        assertThat(proof.inFlight()).isEqualTo(Money.ZERO);
        assertThat(proof.walletsTotal()).isEqualTo(Money.ofRupees(4570));
        assertThat(proof.stripes().get(SystemAccount.PROMOTION)).isEqualTo(Money.ofRupees(-4000));
        assertThat(proof.counts()).isEqualTo(new Proof.Counts(3, 1, 0, 3, 3, 6));
        assertThat(proof.hash()).isEqualTo(audit(journal.rows()).hash());
    }

    @Test
    void moneyInFlightIsClearingAndNoImbalance() {
        Map<SliceAddress, List<Row>> rows = journal.rows();
        SliceAddress payee = WrittenJournal.SLICES.wallets(new AccountId("asha"));
        cutBefore(
                of(rows, payee),
                event -> event instanceof WalletEvent.Credited credited
                        && credited.terms().payer().value().equals("kabir"));
        cutBefore(
                of(rows, WrittenJournal.SLICES.transactions(WrittenJournal.id("kabir", "c"))),
                event -> event instanceof TransactionEvent.Completed completed
                        && completed.id().equals(WrittenJournal.id("kabir", "c")));
        Proof proof = audit(rows);
        assertThat(proof.violations()).isEmpty();
        assertThat(proof.inFlight()).isEqualTo(Money.ofRupees(999));
        assertThat(proof.stripes().get(SystemAccount.CLEARING)).isEqualTo(Money.ofRupees(999));
    }

    @Test
    void seesAChangedAmount() {
        assertThat(codes(changed(
                        WalletEvent.Captured.class,
                        captured -> new WalletEvent.Captured(
                                captured.id(),
                                captured.payer(),
                                captured.payee(),
                                captured.amount().plus(Money.ofPaise(1)),
                                captured.at(),
                                captured.standing()))))
                .contains("captured_otherwise", "standing_differs", "clearing_differs");
    }

    @Test
    void seesAChangedRecharge() {
        assertThat(codes(changed(
                        WalletEvent.Recharged.class,
                        recharged -> new WalletEvent.Recharged(
                                recharged.reference(),
                                recharged.fingerprint(),
                                recharged.account(),
                                Money.ofRupees(5_000_000),
                                recharged.at(),
                                recharged.standing()))))
                .contains("standing_differs");
    }

    @Test
    void seesACreditThatGoesToAnother() {
        assertThat(codes(changed(
                        WalletEvent.Captured.class,
                        captured -> new WalletEvent.Captured(
                                captured.id(),
                                captured.payer(),
                                new AccountId("kabir"),
                                captured.amount(),
                                captured.at(),
                                captured.standing()))))
                .contains("captured_otherwise");
    }

    @Test
    void seesADoubledPosting() {
        for (Class<? extends Event> kind : List.of(WalletEvent.Captured.class, WalletEvent.Credited.class)) {
            assertThat(codes(doubled(kind)))
                    .as(kind.getSimpleName())
                    .anyMatch(code -> code.endsWith("_without_decision"));
        }
        assertThat(codes(doubled(WalletEvent.BonusPosted.class))).contains("local_entry_twice");
        assertThat(codes(doubled(WalletEvent.Recharged.class))).contains("local_entry_twice");
    }

    @Test
    void seesALostPosting() {
        assertThat(codes(without(WalletEvent.Captured.class))).contains("never_captured");
        assertThat(codes(without(WalletEvent.Credited.class))).contains("never_credited");
    }

    @Test
    void seesALostOrSecondDecision() {
        assertThat(codes(without(TransactionEvent.Decided.class)))
                .contains("ended_without_decision", "captured_without_decision", "credited_without_decision");
        assertThat(codes(doubled(TransactionEvent.Decided.class))).contains("decided_twice");
        assertThat(codes(without(TransactionEvent.Initiated.class))).contains("decided_without_beginning");
    }

    @Test
    void seesADecisionTurnedRound() {
        assertThat(codes(changed(
                        TransactionEvent.Decided.class,
                        decided -> new TransactionEvent.Decided(
                                decided.id(),
                                new Decision(
                                        false,
                                        null,
                                        null,
                                        null,
                                        decided.decision().at())))))
                .contains("captured_without_decision", "credited_without_decision");
    }

    @Test
    void seesAPostingThatNobodyDecided() {
        Map<SliceAddress, List<Row>> rows = journal.rows();
        TransactionId forged = WrittenJournal.id("kabir", "forged");
        List<Row> target = of(rows, WrittenJournal.SLICES.wallets(new AccountId("ravi")));
        Row last = target.get(target.size() - 1);
        var template = event(rows, WalletEvent.Credited.class);
        var terms = new com.phonepay.protocol.Terms(
                forged, "f", new AccountId("kabir"), new AccountId("ravi"), Money.ofRupees(10), "");
        target.add(new Row(
                new Position(last.position().sequence() + 1, 1),
                last.position(),
                last.at(),
                "node-1",
                false,
                Map.of(),
                List.of(journal.record(new WalletEvent.Credited(terms, false, last.at(), template.standing())))));
        assertThat(codes(rows)).contains("credited_without_decision", "clearing_differs");
    }

    @Test
    void seesAMissingRow() {
        Map<SliceAddress, List<Row>> rows = journal.rows();
        of(rows, WrittenJournal.SLICES.wallets(new AccountId("asha"))).remove(1);
        assertThat(codes(rows)).contains("chain_broken");
    }

    @Test
    void everyBitOfARowIsInItsHash() {
        Proof right = audit(journal.rows());
        Map<SliceAddress, List<Row>> rows = journal.rows();
        List<Row> slice = of(rows, WrittenJournal.SLICES.wallets(new AccountId("asha")));
        Row first = slice.get(0);
        slice.set(
                0,
                new Row(
                        first.position(),
                        first.predecessor(),
                        first.at() + 1,
                        first.node(),
                        false,
                        first.seen(),
                        first.events()));
        assertThat(audit(rows).hash()).isNotEqualTo(right.hash());
    }

    @Test
    void goesOnFromRoundToRound() {
        ConservationAudit audit = new ConservationAudit(machine());
        feed(audit, journal.rows());
        assertThat(audit.proof(0, 0, 0).violations()).isEmpty();
        TransactionId second = journal.pay("asha", "meera", 55, "second");
        feed(audit, journal.rows());
        Proof proof = audit.proof(0, 0, 0);
        assertThat(proof.violations()).isEmpty();
        assertThat(proof.counts().committed()).isEqualTo(4);
        assertThat(second).isNotEqualTo(paid);
    }

    private Map<SliceAddress, List<Row>> without(Class<? extends Event> kind) {
        return edited(kind, recorded -> List.of());
    }

    private Map<SliceAddress, List<Row>> doubled(Class<? extends Event> kind) {
        return edited(kind, recorded -> List.of(recorded, recorded));
    }

    private <E extends Event> Map<SliceAddress, List<Row>> changed(Class<E> kind, UnaryOperator<E> change) {
        return edited(kind, recorded -> List.of(journal.record(change.apply(kind.cast(recorded.event())))));
    }

    private interface Edit {
        List<Recorded> of(Recorded recorded);
    }

    /** A copy in which the first event of a kind is edited. */
    private Map<SliceAddress, List<Row>> edited(Class<? extends Event> kind, Edit edit) {
        Map<SliceAddress, List<Row>> rows = journal.rows();
        for (List<Row> slice : rows.values()) {
            for (int i = 0; i < slice.size(); i++) {
                Row row = slice.get(i);
                if (row.events().stream().anyMatch(recorded -> kind.isInstance(recorded.event()))) {
                    slice.set(i, edited(row, kind, edit));
                    return rows;
                }
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static Row edited(Row row, Class<? extends Event> kind, Edit edit) {
        List<Recorded> events = new ArrayList<>();
        for (Recorded recorded : row.events()) {
            events.addAll(kind.isInstance(recorded.event()) ? edit.of(recorded) : List.of(recorded));
        }
        return new Row(
                row.position(),
                row.predecessor(),
                row.at(),
                row.node(),
                row.activation(),
                row.seen(),
                List.copyOf(events));
    }

    private static <E extends Event> E event(Map<SliceAddress, List<Row>> rows, Class<E> kind) {
        return rows.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.events().stream())
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void cutBefore(List<Row> rows, java.util.function.Predicate<Event> is) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).events().stream().anyMatch(recorded -> is.test(recorded.event()))) {
                rows.subList(i, rows.size()).clear();
                return;
            }
        }
        throw new AssertionError("no such event");
    }

    private static List<Row> of(Map<SliceAddress, List<Row>> rows, SliceAddress slice) {
        return Invariant.present(rows.get(slice));
    }

    private static List<String> codes(Map<SliceAddress, List<Row>> rows) {
        return audit(rows).violations().stream().map(Violation::code).toList();
    }

    private static Proof audit(Map<SliceAddress, List<Row>> rows) {
        ConservationAudit audit = new ConservationAudit(machine());
        feed(audit, rows);
        return audit.proof(0, 0, 0);
    }

    private static WalletMachine machine() {
        return new WalletMachine(WrittenJournal.SLICES, WalletRules.standard(Limits.load()));
    }

    private static void feed(ConservationAudit audit, Map<SliceAddress, List<Row>> rows) {
        feed(audit, rows, SliceType.TRANSACTIONS);
        audit.expectPostings();
        feed(audit, rows, SliceType.WALLETS);
    }

    private static void feed(ConservationAudit audit, Map<SliceAddress, List<Row>> rows, SliceType type) {
        rows.forEach((slice, all) -> {
            if (slice.type() == type) {
                long known = audit.position(slice).sequence();
                all.stream().filter(row -> row.position().sequence() > known).forEach(row -> audit.read(slice, row));
            }
        });
    }
}

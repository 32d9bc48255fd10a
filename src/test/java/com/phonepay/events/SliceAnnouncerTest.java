package com.phonepay.events;

import static com.phonepay.events.Rows.aborted;
import static com.phonepay.events.Rows.committed;
import static com.phonepay.events.Rows.completed;
import static com.phonepay.events.Rows.credited;
import static com.phonepay.events.Rows.initiated;
import static com.phonepay.events.Rows.row;
import static com.phonepay.events.Rows.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.protocol.Terms;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SliceAnnouncerTest {
    private static final SliceAddress TRANSACTIONS = new SliceAddress(SliceType.TRANSACTIONS, 3);
    private static final SliceAddress WALLETS = new SliceAddress(SliceType.WALLETS, 3);

    private final SliceAnnouncer announcer = new SliceAnnouncer(TRANSACTIONS);

    @Test
    void tellsAPaymentWhenBothSidesAreApplied() {
        Terms terms = terms(1);
        assertThat(announcer.announce(row(1, initiated(terms)))).isEmpty();
        assertThat(announcer.announce(row(2, committed(terms)))).isEmpty();
        List<CommittedEvent> told = announcer.announce(row(3, initiated(terms(2)), completed(terms)));

        assertThat(told).hasSize(1);
        CommittedEvent event = told.get(0);
        assertThat(event.id()).hasToString("transactions-3:3:1");
        assertThat(event.topic()).isEqualTo(Topic.PAYMENT_COMPLETED);
        assertThat(event.key()).isEqualTo(terms.id().value());
        PaymentEnded ended = (PaymentEnded) event.payload();
        assertThat(ended.status()).isEqualTo(PaymentEnded.Status.SUCCESS);
        assertThat(ended.utr()).isEqualTo("003000000001");
        assertThat(ended.amount()).isEqualTo(terms.amount());
    }

    @Test
    void tellsAFailureWithItsReasonAtTheDecisionAndNotAgainAtTheEnd() {
        Terms failed = terms(1);
        Terms blocked = terms(2);
        List<CommittedEvent> told = announcer.announce(row(
                1,
                initiated(failed),
                aborted(failed, "insufficient_balance"),
                initiated(blocked),
                aborted(blocked, "fraud"),
                completed(failed)));

        assertThat(told).extracting(CommittedEvent::topic).containsOnly(Topic.PAYMENT_FAILED);
        assertThat(told)
                .extracting(event -> ((PaymentEnded) event.payload()).status())
                .containsExactly(PaymentEnded.Status.FAILED, PaymentEnded.Status.BLOCKED);
        assertThat(((PaymentEnded) told.get(0).payload()).reason()).isEqualTo("insufficient_balance");
    }

    @Test
    void tellsTwoCreditsToOneWalletInOneBatchApart() {
        List<CommittedEvent> told = new SliceAnnouncer(WALLETS)
                .announce(row(7, credited(terms(1), 5_000, 4), credited(terms(2), 6_000, 5)));

        assertThat(told).extracting(event -> event.id().toString()).containsExactly("wallets-3:7:0", "wallets-3:7:1");
        assertThat(told).extracting(CommittedEvent::key).containsOnly("ravi");
        assertThat(told)
                .extracting(event -> ((LedgerPosted) event.payload()).balanceAfter())
                .containsExactly(Money.ofPaise(5_000), Money.ofPaise(6_000));
        assertThat(told)
                .extracting(event -> ((LedgerPosted) event.payload()).counterpartyId())
                .containsOnly("asha");
    }

    @Test
    void tellsWhichPaymentARefundGivesBackAndWhoseMerchantItIs() {
        Terms paid = terms(1);
        Terms back = new Terms(terms(2).id(), "f", paid.payee(), paid.payer(), Money.ofPaise(50), "", paid.id());
        announcer.announce(row(1, initiated(paid), committed(paid), initiated(back), committed(back)));
        List<CommittedEvent> told =
                announcer.announce(row(2, new TransactionEvent.Completed(paid.id(), Rows.NOON, true), completed(back)));

        PaymentEnded payment = (PaymentEnded) told.get(0).payload();
        PaymentEnded refund = (PaymentEnded) told.get(1).payload();
        assertThat(payment.kind()).isEqualTo(PaymentEnded.Kind.PAYMENT);
        assertThat(payment.merchantId()).isEqualTo("ravi");
        assertThat(refund.kind()).isEqualTo(PaymentEnded.Kind.REFUND);
        assertThat(refund.merchantId()).isEqualTo("ravi");
        assertThat(refund.originalTransactionId()).isEqualTo(paid.id().value());
    }

    @Test
    void namesWhatAMerchantIsCharged() {
        AccountId shop = new AccountId("ravi");
        Standing standing = new Standing(Money.ofPaise(90), 2);
        List<CommittedEvent> told = new SliceAnnouncer(WALLETS)
                .announce(row(
                        1,
                        new WalletEvent.FeeCharged(shop, 1, Money.ofPaise(8), Rows.NOON, standing),
                        new WalletEvent.TaxCharged(shop, 1, Money.ofPaise(2), Rows.NOON, standing),
                        new WalletEvent.PayoutCaptured("P-1", shop, Money.ofPaise(5), 1, "B", Rows.NOON, standing),
                        new WalletEvent.Captured(
                                terms(1).id(),
                                shop,
                                terms(1).payer(),
                                Money.ofPaise(5),
                                Rows.NOON,
                                standing,
                                2L,
                                terms(2).id())));
        assertThat(told)
                .extracting(event -> ((LedgerPosted) event.payload()).entryKind())
                .containsExactly("FEE", "TAX", "PAYOUT", "REFUND");
    }

    @Test
    void tellsASuspendedCreditUnderTheSystemAccount() {
        WalletEvent.Credited late = new WalletEvent.Credited(terms(1), true, Rows.NOON, null);
        LedgerPosted posted = (LedgerPosted)
                new SliceAnnouncer(WALLETS).announce(row(1, late)).get(0).payload();
        assertThat(posted.accountId()).isEqualTo("suspense");
        assertThat(posted.balanceAfter()).isNull();
    }

    @Test
    void tellsEveryStateOfASettlementWindowWithItsSums() {
        AccountId merchant = new AccountId("merchant1");
        WalletEvent closed = new WalletEvent.WindowClosed(
                merchant,
                1,
                Rows.NOON,
                Money.ofPaise(10_000),
                Money.ofPaise(1_000),
                3,
                1,
                Money.ofPaise(200),
                Money.ofPaise(36),
                Money.ofPaise(8_764),
                Rows.NOON + 5,
                Rows.NOON + 5);
        Standing standing = new Standing(Money.ZERO, 9);
        WalletEvent paid = new WalletEvent.PayoutCaptured(
                "PO1", merchant, Money.ofPaise(8_764), 1, "BANK1", Rows.NOON + 9, standing);
        SliceAnnouncer wallets = new SliceAnnouncer(WALLETS);
        List<CommittedEvent> told = new ArrayList<>(wallets.announce(row(1, closed)));
        assertThat(wallets.since(new Position(1, 4))).isEqualTo(Position.ORIGIN);
        told.addAll(wallets.announce(row(2, paid)));
        assertThat(wallets.since(new Position(2, 4))).isEqualTo(new Position(2, 4));

        assertThat(told)
                .extracting(CommittedEvent::topic)
                .containsExactly(Topic.SETTLEMENT_BATCHES, Topic.WALLET_LEDGER, Topic.SETTLEMENT_BATCHES);
        assertThat(((LedgerPosted) told.get(1).payload()).entryKind()).isEqualTo("PAYOUT");
        SettlementChanged settled = (SettlementChanged) told.get(2).payload();
        assertThat(settled.status()).isEqualTo(SettlementChanged.Status.SETTLED);
        assertThat(settled.net()).isEqualTo(Money.ofPaise(8_764));
        assertThat(settled.payoutReference()).isEqualTo("PO1");
    }

    /** Nobody will pay it out, so this is the last that is heard of it, and no old rows are needed for it. */
    @Test
    void tellsAWindowOfRefundsAloneAsSettledAtOnce() {
        for (long net : List.of(0L, -1_000L)) {
            SliceAnnouncer wallets = new SliceAnnouncer(WALLETS);
            SettlementChanged told = (SettlementChanged)
                    wallets.announce(row(1, windowClosed(1, net))).get(0).payload();
            assertThat(told.status()).isEqualTo(SettlementChanged.Status.SETTLED);
            assertThat(told.settledAt()).isEqualTo(Rows.NOON + 5);
            assertThat(told.net()).isEqualTo(Money.ofPaise(net));
            assertThat(wallets.since(new Position(1, 4))).isEqualTo(new Position(1, 4));
        }
    }

    @Test
    void needsNoOldRowsForAWindowThatTheBankRefused() {
        SliceAnnouncer wallets = new SliceAnnouncer(WALLETS);
        AccountId merchant = new AccountId("merchant1");
        wallets.announce(row(1, windowClosed(1, 8_764)));
        SettlementChanged told = (SettlementChanged) wallets.announce(row(
                        2, new WalletEvent.PayoutReleased("PO1", merchant, Money.ofPaise(8_764), 1, "no", Rows.NOON)))
                .get(0)
                .payload();
        assertThat(told.status()).isEqualTo(SettlementChanged.Status.FAILED);
        assertThat(told.settledAt()).isNull();
        assertThat(wallets.since(new Position(2, 4))).isEqualTo(new Position(2, 4));
    }

    private static WalletEvent windowClosed(long number, long net) {
        return new WalletEvent.WindowClosed(
                new AccountId("merchant1"),
                number,
                Rows.NOON,
                Money.ofPaise(Math.max(0, net)),
                Money.ofPaise(Math.max(0, -net)),
                1,
                1,
                Money.ZERO,
                Money.ZERO,
                Money.ofPaise(net),
                Rows.NOON + 5,
                Rows.NOON + 5);
    }

    /** From the position it names, a fresh announcer tells the rest exactly as the old one does. */
    @Test
    void goesOnFromWhereItSays() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(1, initiated(terms(1)), committed(terms(1)), completed(terms(1))));
        rows.add(row(2, initiated(terms(2)), initiated(terms(3))));
        rows.add(row(3, committed(terms(3)), aborted(terms(2), "fraud")));
        rows.add(row(4, initiated(terms(4))));
        rows.add(row(5, completed(terms(3)), committed(terms(4)), completed(terms(4))));
        rows.add(row(6, initiated(terms(5)), initiated(terms(6)), initiated(terms(7))));
        rows.add(row(7, initiated(terms(8))));
        rows.add(row(8, committed(terms(5)), aborted(terms(6), "fraud"), committed(terms(8))));
        rows.add(row(9, completed(terms(5)), completed(terms(6)), committed(terms(7)), completed(terms(7))));
        rows.add(row(10, completed(terms(8))));
        List<CommittedEvent> all =
                rows.stream().flatMap(one -> announcer.announce(one).stream()).toList();

        for (int stop = 0; stop <= rows.size(); stop++) {
            SliceAnnouncer first = new SliceAnnouncer(TRANSACTIONS);
            List<CommittedEvent> told = new ArrayList<>();
            rows.subList(0, stop).forEach(one -> told.addAll(first.announce(one)));
            Position since = first.since(stop == 0 ? Position.ORIGIN : new Position(stop, 4));
            SliceAnnouncer second = new SliceAnnouncer(TRANSACTIONS);
            rows.subList((int) since.sequence(), stop).forEach(second::remember);
            rows.subList(stop, rows.size()).forEach(one -> told.addAll(second.announce(one)));
            assertThat(told).as("stopped after %d", stop).isEqualTo(all);
        }
    }

    @Test
    void needsNoOldRowsWhenNothingIsOpen() {
        announcer.announce(row(1, initiated(terms(1)), committed(terms(1)), completed(terms(1))));
        assertThat(announcer.since(new Position(1, 4))).isEqualTo(new Position(1, 4));
    }

    @Test
    void readsAnIdBack() {
        EventId id = new EventId(WALLETS, 1_204, 7);
        assertThat(EventId.parse(id.toString())).contains(id);
        assertThat(EventId.parse("wallets-3:1204")).isEmpty();
        assertThat(EventId.parse("nothing-3:1:1")).isEmpty();
        assertThat(id.isAfter(new EventId(WALLETS, 1_204, 6))).isTrue();
        assertThat(id.isAfter(new EventId(WALLETS, 1_205, 0))).isFalse();
    }
}

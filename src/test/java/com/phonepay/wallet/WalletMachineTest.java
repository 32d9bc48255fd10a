package com.phonepay.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Forgotten;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WalletMachineTest {
    private static final long HOUR = 3_600_000L;
    /** 2027-01-15 12:00 in India. */
    private static final long NOON = 1_799_994_600_000L;

    private static final AccountId ASHA = new AccountId("asha");
    private static final AccountId RAVI = new AccountId("ravi");

    private final WalletMachine machine = new WalletMachine(new Slices(1), WalletRules.standard(Limits.upi()));
    private WalletState state = machine.empty();
    private long now = NOON;
    private Outcome last = Outcome.nothing();

    @BeforeEach
    void openTwoWallets() {
        tell(new OpenWallet(ASHA, Money.ofRupees(1000), "email:asha"));
        tell(new OpenWallet(RAVI, Money.ofRupees(1000), "email:ravi"));
        now += 25 * HOUR;
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "from nobody,            nobody, ravi,    1.00, account_not_found",
        "to oneself,             asha,   asha,    1.00, self_payment",
        "from a frozen account,  frozen, ravi,    1.00, account_frozen",
        "from a closed account,  closed, ravi,    1.00, account_closed",
        "above a payment's limit,asha,   ravi,    100000.01, limit_per_payment",
        "above the balance,      asha,   ravi,    1000.01, insufficient_balance",
        "the whole balance,      asha,   ravi,    1000.00, yes",
        "one paisa,              asha,   ravi,    0.01, yes",
    })
    void votesOnAHold(String what, String payer, String payee, String rupees, String expected) {
        openFrozenAndClosed();

        tell(new Hold(terms("t1", payer, payee, rupees), 1));

        assertThat(vote()).as(what).isEqualTo(expected);
        tell(new Hold(terms("t1", payer, payee, rupees), 2));
        assertThat(vote()).as("the same vote when asked again").isEqualTo(expected);
        assertThat(last.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ravi, yes",
        "nobody, payee_not_found",
        "frozen, payee_cannot_receive",
        "closed, payee_cannot_receive",
        "asha, self_payment"
    })
    void votesOnReceivingWithoutRecordingAnything(String payee, String expected) {
        openFrozenAndClosed();

        tell(new CanReceive(terms("t1", "asha", payee, "1.00"), 1));

        assertThat(vote()).isEqualTo(expected);
        assertThat(last.events()).isEmpty();
    }

    @Test
    void movesHeldMoneyThroughClearing() {
        Terms terms = terms("t1", "asha", "ravi", "400.00");

        tell(new Hold(terms, 1));
        assertThat(balance(ASHA).available()).isEqualTo(rupees("600.00"));
        assertThat(balance(ASHA).balance()).isEqualTo(rupees("1000.00"));
        tell(new Capture(terms));
        assertThat(applied()).isEqualTo(Applied.Step.CAPTURED);
        assertThat(state.stripe(SystemAccount.CLEARING)).isEqualTo(rupees("400.00"));
        tell(new Credit(terms));
        assertThat(applied()).isEqualTo(Applied.Step.CREDITED);

        assertThat(balance(ASHA).balance()).isEqualTo(rupees("600.00"));
        assertThat(balance(RAVI).balance()).isEqualTo(rupees("1400.00"));
        assertThat(state.stripe(SystemAccount.CLEARING)).isEqualTo(Money.ZERO);
        EntriesView entries = (EntriesView) answer(new QueryEntries(ASHA));
        assertThat(entries.entries().get(0))
                .isEqualTo(new Entry(
                        terms.id().value(), Entry.Type.DEBIT, rupees("400.00"), rupees("600.00"), now, "ravi"));
    }

    @Test
    void doesNothingTwice() {
        Terms terms = terms("t1", "asha", "ravi", "400.00");
        for (Message message : List.of(new Hold(terms, 1), new Capture(terms), new Credit(terms))) {
            tell(message);
            List<Effect> first = last.effects();
            tell(message);
            assertThat(last.events()).as("a second %s", message).isEmpty();
            assertThat(last.effects()).isEqualTo(first);
        }
    }

    @Test
    void refusesAnotherBodyUnderAKnownId() {
        tell(new Hold(terms("t1", "asha", "ravi", "400.00"), 1));
        Terms other = terms("t1", "asha", "ravi", "500.00");

        tell(new Hold(other, 1));
        assertThat(vote()).isEqualTo("idempotency_key_reused");
        assertThat(((Vote) sent()).fingerprint()).isEqualTo(other.fingerprint());
        tell(new Capture(other));
        assertThat(last.effects()).singleElement().isInstanceOf(Effect.Alarm.class);
        assertThat(balance(ASHA).balance()).isEqualTo(rupees("1000.00"));
    }

    @Test
    void neverCreditsTwiceUnderOtherTerms() {
        tell(new Credit(terms("t1", "asha", "ravi", "5.00")));
        tell(new Credit(terms("t1", "asha", "ravi", "6.00")));

        assertThat(last.effects()).singleElement().isInstanceOf(Effect.Alarm.class);
        assertThat(balance(RAVI).balance()).isEqualTo(rupees("1005.00"));
    }

    @Test
    void neverCapturesWhatWasNeverHeld() {
        tell(new Capture(terms("t1", "asha", "ravi", "5.00")));

        assertThat(last.events()).isEmpty();
        assertThat(last.effects()).singleElement().isInstanceOf(Effect.Alarm.class);
    }

    @Test
    void staysWithANoWhenTheBalanceRises() {
        Terms terms = terms("t1", "asha", "ravi", "1500.00");
        tell(new Hold(terms, 1));
        tell(new Recharge("r1", "f", ASHA, rupees("5000.00")));

        tell(new Hold(terms, 2));

        assertThat(vote()).isEqualTo("insufficient_balance");
    }

    @Test
    void refusesAPrepareThatComesAfterItsAbort() {
        Terms terms = terms("t1", "asha", "ravi", "5.00");
        tell(new Release(terms.id(), ASHA));
        assertThat(applied()).isEqualTo(Applied.Step.RELEASED);

        tell(new Hold(terms, 1));

        assertThat(vote()).isEqualTo("transaction_aborted");
        assertThat(balance(ASHA).held()).isEqualTo(Money.ZERO);
    }

    @Test
    void releasesByTheIdAlone() {
        Terms terms = terms("t1", "asha", "ravi", "400.00");
        tell(new Hold(terms, 1));
        tell(new Release(terms.id(), ASHA));

        assertThat(balance(ASHA).available()).isEqualTo(rupees("1000.00"));
        tell(new Capture(terms));
        assertThat(last.effects()).singleElement().isInstanceOf(Effect.Alarm.class);
    }

    @Test
    void creditsAFrozenPayeeAndParksTheMoneyOfAClosedOne() {
        openFrozenAndClosed();

        tell(new Credit(terms("t1", "asha", "frozen", "5.00")));
        tell(new Credit(terms("t2", "asha", "closed", "7.00")));

        assertThat(balance(new AccountId("frozen")).balance()).isEqualTo(rupees("5.00"));
        assertThat(state.stripe(SystemAccount.SUSPENSE)).isEqualTo(rupees("7.00"));
    }

    @Test
    void asksAboutAnOldHoldAndNeverReleasesItByItself() {
        Terms terms = terms("t1", "asha", "ravi", "400.00");
        tell(new Hold(terms, 1));
        now += 24_999;
        tell(new Tick());
        assertThat(last.effects()).isEmpty();
        now += 1;
        tell(new Tick());
        assertThat(sent()).isEqualTo(new Inquire(terms));
        tell(new Tick());
        assertThat(last.effects()).as("not at every tick").isEmpty();

        now += 1000 * HOUR;
        tell(new Tick());
        assertThat(balance(ASHA).held()).isEqualTo(rupees("400.00"));
    }

    @Test
    void forgetsATransactionOnlyWhenToldAndNeverAHold() {
        Terms terms = terms("t1", "asha", "ravi", "400.00");
        tell(new Hold(terms, 1));
        tell(new Forget(terms.id(), Role.PAYER));
        assertThat(last).isEqualTo(Outcome.nothing());

        tell(new Capture(terms));
        tell(new Forget(terms.id(), Role.PAYER));
        assertThat(sent()).isEqualTo(new Forgotten(terms.id(), Role.PAYER));
        assertThat(state.debits().containsKey(terms.id())).isFalse();
        tell(new Forget(terms.id(), Role.PAYER));
        assertThat(sent()).isEqualTo(new Forgotten(terms.id(), Role.PAYER));
    }

    @Test
    void rechargesOncePerKeyAndForgetsTheKeyAfterADay() {
        assertThat(answer(new Recharge("r1", "f", ASHA, rupees("50.00"))))
                .isEqualTo(new RechargeAnswer("r1", rupees("1050.00"), false));
        answer(new Recharge("r2", "f", ASHA, rupees("1.00")));
        assertThat(answer(new Recharge("r1", "f", ASHA, rupees("50.00"))))
                .as("today's balance is not the answer of then")
                .isEqualTo(new RechargeAnswer("r1", rupees("1050.00"), true));
        assertThat(((Rejection) answer(new Recharge("r1", "other", ASHA, rupees("51.00")))).code())
                .isEqualTo("idempotency_key_reused");
        assertThat(state.stripe(SystemAccount.BANK_FUNDING))
                .isEqualTo(rupees("51.00").negated());

        now += 24 * HOUR;
        tell(new Tick());
        assertThat(state.localEntries().isEmpty()).isTrue();
    }

    @Test
    void limitsTheFirstDayOfAnAccount() {
        AccountId fresh = new AccountId("fresh");
        tell(new OpenWallet(fresh, rupees("50000.00"), "email:fresh"));
        tell(new Hold(terms("t1", "fresh", "ravi", "5000.00"), 1));
        assertThat(vote()).isEqualTo("yes");
        tell(new Hold(terms("t2", "fresh", "ravi", "0.01"), 1));
        assertThat(vote()).isEqualTo("limit_first_day");
        tell(new Release(terms("t1", "fresh", "ravi", "5000.00").id(), fresh));
        tell(new Hold(terms("t3", "fresh", "ravi", "0.01"), 1));
        assertThat(vote()).as("a released hold gives the headroom back").isEqualTo("yes");
        now += 24 * HOUR;
        tell(new Hold(terms("t4", "fresh", "ravi", "6000.00"), 1));
        assertThat(vote()).isEqualTo("yes");
    }

    @Test
    void limitsADayByCountAndSum() {
        answer(new Recharge("r1", "f", ASHA, rupees("100000.00")));
        answer(new Recharge("r2", "f", ASHA, rupees("100000.00")));
        tell(new Hold(terms("big", "asha", "ravi", "99990.00"), 1));
        tell(new Hold(terms("over", "asha", "ravi", "10.01"), 1));
        assertThat(vote()).isEqualTo("limit_per_day");
        assertThat(Invariant.present(((Vote) sent()).refusal()).facts())
                .containsEntry("limit", "100000.00")
                .containsEntry("used", "99990.00")
                .containsEntry("remaining", "10.00")
                .containsEntry("resets_at", "2027-01-16T18:30:00Z");
        for (int i = 1; i < 20; i++) {
            tell(new Hold(terms("small" + i, "asha", "ravi", "0.10"), 1));
            assertThat(vote()).isEqualTo("yes");
        }
        tell(new Hold(terms("small20", "asha", "ravi", "0.10"), 1));
        assertThat(vote()).isEqualTo("limit_count_per_day");
    }

    @Test
    void givesHeadroomBackOnlyToTheDayOfTheHold() {
        answer(new Recharge("r1", "f", ASHA, rupees("100000.00")));
        answer(new Recharge("r2", "f", ASHA, rupees("100000.00")));
        tell(new Hold(terms("yesterday", "asha", "ravi", "60000.00"), 1));
        now += 24 * HOUR;
        tell(new Hold(terms("today", "asha", "ravi", "60000.00"), 1));
        tell(new Release(terms("yesterday", "asha", "ravi", "60000.00").id(), ASHA));

        tell(new Hold(terms("more", "asha", "ravi", "40000.01"), 1));

        assertThat(vote()).isEqualTo("limit_per_day");
    }

    @Test
    void closesOnlyAnEmptyAccount() {
        assertThat(((Rejection) answer(new ChangeStatus(ASHA, AccountStatus.CLOSED, "asked"))).code())
                .isEqualTo("account_not_empty");
        openFrozenAndClosed();
        AccountId closed = new AccountId("closed");
        assertThat(((Rejection) answer(new ChangeStatus(closed, AccountStatus.ACTIVE, "again"))).code())
                .isEqualTo("account_closed");
    }

    @Test
    void opensAWalletOnce() {
        tell(new OpenWallet(ASHA, Money.ofRupees(1000), "email:asha"));

        assertThat(last.events()).isEmpty();
        assertThat(last.effects()).hasSize(1);
        assertThat(balance(ASHA).balance()).isEqualTo(rupees("1000.00"));
    }

    @Test
    void rebuildsTheWholeStateFromASnapshot() {
        tell(new Hold(terms("held", "asha", "ravi", "5.00"), 1));
        tell(new Hold(terms("refused", "asha", "ravi", "5000.00"), 1));
        tell(new Hold(terms("captured", "asha", "ravi", "6.00"), 1));
        tell(new Capture(terms("captured", "asha", "ravi", "6.00")));
        tell(new Credit(terms("credited", "asha", "ravi", "7.00")));
        tell(new Release(terms("tombstone", "asha", "ravi", "1.00").id(), ASHA));
        answer(new Recharge("r1", "f", RAVI, rupees("3.00")));

        WalletState rebuilt = machine.empty();
        for (Event event : machine.snapshot(state)) {
            rebuilt = machine.apply(rebuilt, event);
        }

        assertThat(rebuilt).isEqualTo(state);
    }

    private void openFrozenAndClosed() {
        AccountId frozen = new AccountId("frozen");
        AccountId closed = new AccountId("closed");
        tell(new OpenWallet(frozen, Money.ZERO, "email:frozen"));
        tell(new OpenWallet(closed, Money.ZERO, "email:closed"));
        answer(new ChangeStatus(frozen, AccountStatus.FROZEN, "court order"));
        answer(new ChangeStatus(closed, AccountStatus.CLOSED, "asked"));
        now += 25 * HOUR;
    }

    private void tell(Message message) {
        last = machine.decide(state, message, Caller.NOBODY, new Moment(now, new SliceAddress(SliceType.WALLETS, 0)));
        for (Event event : last.events()) {
            state = machine.apply(state, event);
            assertThat(state.total())
                    .as("the slice nets to zero after %s", event)
                    .isEqualTo(Money.ZERO);
        }
    }

    private Answer answer(Message message) {
        tell(message);
        return ((Effect.Reply) last.effects().get(0)).answer();
    }

    private BalanceView balance(AccountId account) {
        return (BalanceView) answer(new QueryBalance(account));
    }

    private Message sent() {
        return ((Effect.Send) last.effects().get(0)).message();
    }

    private String vote() {
        Vote vote = (Vote) sent();
        return vote.refusal() == null ? "yes" : vote.refusal().code();
    }

    private Applied.Step applied() {
        return ((Applied) sent()).step();
    }

    private static Terms terms(String name, String payer, String payee, String rupees) {
        String hash = String.format("%032x", name.hashCode() & 0xffffffffL);
        String fingerprint = payer + payee + rupees;
        return new Terms(
                TransactionId.of(0, hash), fingerprint, new AccountId(payer), new AccountId(payee), rupees(rupees), "");
    }

    private static Money rupees(String rupees) {
        return Money.ofPaise(new java.math.BigDecimal(rupees).movePointRight(2).longValueExact());
    }
}

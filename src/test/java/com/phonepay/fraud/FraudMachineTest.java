package com.phonepay.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FraudMachineTest {
    @Test
    void learnsABaselineOnceAndNeverAnOlderOne() {
        FraudDriver payer = new FraudDriver(FraudSettings.usual());
        payer.enrol(10 * 86_400_000L);
        payer.pay("ravi", 100);
        assertThat(payer.tell(new LearnBaseline(FraudDriver.ASHA, Money.ofRupees(4_000), 10))
                        .events())
                .hasSize(1);
        assertThat(payer.tell(new LearnBaseline(FraudDriver.ASHA, Money.ofRupees(4_000), 10))
                        .events())
                .isEmpty();
        assertThat(payer.tell(new LearnBaseline(FraudDriver.ASHA, Money.ofRupees(1), 5))
                        .events())
                .isEmpty();
        assertThat(payer.restored()).isEqualTo(payer.state);
    }

    /** Six payments of 100 make 2,500 unusual, unless the long run says that 4,000 is what this payer usually pays. */
    @Test
    void callsNothingUnusualThatTheLongRunKnows() {
        FraudDriver fresh = new FraudDriver(FraudSettings.usual());
        FraudDriver known = new FraudDriver(FraudSettings.usual());
        for (FraudDriver payer : List.of(fresh, known)) {
            payer.enrol(10 * 86_400_000L);
            for (int i = 0; i < 6; i++) {
                payer.pay("ravi", 100);
            }
        }
        known.tell(new LearnBaseline(FraudDriver.ASHA, Money.ofRupees(4_000), 60));
        assertThat(fresh.screen("ravi", 2_500).score())
                .isGreaterThan(known.screen("ravi", 2_500).score());
    }

    private static final long DAY_MS = 86_400_000;
    private final FraudDriver driver = new FraudDriver(FraudSettings.usual());

    @Test
    void votesAtOnceAndWritesTheAttemptLazily() {
        Terms terms = driver.terms("ravi", 100);
        Outcome outcome = driver.tell(new Screen(terms, 1));

        assertThat(outcome.lazy()).isTrue();
        assertThat(outcome.events()).hasSize(1);
        Vote yes = new Vote(terms.id(), terms.fingerprint(), Role.FRAUD, null, new Verdict(0, false, List.of()));
        assertThat(outcome.effects())
                .containsExactly(new Effect.Send(driver.slices.transactions(terms.id()), yes, true));
    }

    @Test
    void refusesABlockedPaymentWithItsReasons() {
        Vote vote = driver.screen(driver.terms("hacker", 1));

        assertThat(vote.isYes()).isFalse();
        assertThat(vote.refusal())
                .extracting(Rejection::code, Rejection::kind)
                .containsExactly("fraud", Rejection.Kind.DECLINED);
        assertThat(vote.verdict()).isEqualTo(new Verdict(1.0, true, List.of("The receiver is blocked")));
    }

    @Test
    void letsExactlyTheBoundPass() {
        List<RuleHit> bound = List.of(new RuleHit("a", 40, ""), new RuleHit("b", 40, ""));
        List<RuleHit> above = List.of(new RuleHit("a", 40, ""), new RuleHit("b", 41, ""));

        assertThat(Score.blocks(bound)).isFalse();
        assertThat(Score.verdict(bound, false).score()).isEqualTo(0.8);
        assertThat(Score.blocks(above)).isTrue();
    }

    @Test
    void repeatsAVerdictWithoutCountingAgain() {
        Terms terms = driver.terms("ravi", 100);
        Vote first = driver.screen(terms);
        for (int i = 0; i < 100; i++) {
            driver.tell(new EnrolPayer(FraudDriver.ASHA, driver.now - i));
            assertThat(driver.screen(terms)).isEqualTo(first);
        }
        assertThat(driver.profile().attemptsLastHour()).isEqualTo(1);
    }

    @Test
    void keepsAVerdictWhenTheProfileChanges() {
        Terms terms = driver.terms("ravi", 100);
        Vote first = driver.screen(terms);
        driver.tell(new BlockAccount(FraudDriver.ASHA, "reported as stolen"));

        assertThat(driver.screen(terms)).isEqualTo(first);
        assertThat(driver.screen("ravi", 100).blocked()).isTrue();
    }

    @Test
    void countsTheSameIdUnderAnotherBodyAgain() {
        Terms terms = driver.terms("ravi", 100);
        driver.screen(terms);
        Terms other = new Terms(terms.id(), "another", terms.payer(), terms.payee(), Money.ofRupees(9), terms.note());

        assertThat(driver.screen(other).fingerprint()).isEqualTo("another");
        assertThat(driver.profile().attemptsLastHour()).isEqualTo(2);
    }

    @Test
    void parallelAttemptsSeeEachOther() {
        List<Terms> parallel = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            parallel.add(driver.terms("ravi", 10));
        }
        long blocked =
                parallel.stream().filter(terms -> !driver.screen(terms).isYes()).count();

        assertThat(blocked).isEqualTo(10);
    }

    @Test
    void forgetsVelocityWhenTheWindowHasPassed() {
        for (int i = 0; i < 50; i++) {
            driver.screen("ravi", 10);
        }
        assertThat(driver.screen("ravi", 10).blocked()).isTrue();
        driver.now += 60_000 + 5_000;
        assertThat(driver.screen("ravi", 10).blocked()).isFalse();
        driver.now += DAY_MS;
        assertThat(driver.screen("ravi", 10).score()).isZero();
    }

    @Test
    void learnsFromSuccessOnlyAndOnce() {
        driver.enrol(30 * DAY_MS);
        Terms failed = driver.terms("ravi", 6000);
        driver.screen(failed);
        driver.tell(new Concluded(failed, false));
        assertThat(driver.profile().knownPayees()).isZero();

        Terms paid = driver.terms("ravi", 6000);
        driver.screen(paid);
        driver.tell(new Concluded(paid, true));
        FraudState once = driver.state;
        driver.now += 5;
        assertThat(driver.tell(new Concluded(paid, true))).isEqualTo(Outcome.nothing());
        assertThat(driver.tell(new Concluded(failed, false))).isEqualTo(Outcome.nothing());

        assertThat(driver.state).isEqualTo(once);
        assertThat(driver.profile().meanPayment()).isEqualTo(Money.ofRupees(6000));
        assertThat(driver.profile().totalLastDay()).isEqualTo(Money.ofRupees(6000));
        assertThat(driver.screen("ravi", 6000).score()).isZero();
    }

    @Test
    void learnsFromAReportThatOvertookItsAttempt() {
        Terms terms = driver.terms("ravi", 100);
        driver.tell(new Concluded(terms, true));
        driver.screen(terms);

        assertThat(driver.profile().knownPayees()).isEqualTo(1);
        assertThat(driver.profile().attemptsLastHour()).isEqualTo(1);
    }

    @Test
    void takesTheEarliestTimeOfOpening() {
        driver.screen("ravi", 10);
        assertThat(driver.profile().knownSince()).isEqualTo(driver.now);
        driver.enrol(DAY_MS);
        driver.enrol(DAY_MS);
        driver.enrol(0);

        assertThat(driver.profile().knownSince()).isEqualTo(driver.now - DAY_MS);
    }

    @Test
    void blocksAndUnblocksAnAccount() {
        BlockAccount block = new BlockAccount(FraudDriver.ASHA, "reported as stolen");
        assertThat(driver.ask(block)).isInstanceOf(ProfileView.class);
        assertThat(driver.ask(new BlockAccount(FraudDriver.ASHA, "again")))
                .extracting("blockedReason")
                .isEqualTo("reported as stolen");
        assertThat(driver.last.events()).isEmpty();
        assertThat(driver.screen("ravi", 1).reasons()).containsExactly("This account is blocked");

        driver.tell(new UnblockAccount(FraudDriver.ASHA, "found again"));
        assertThat(driver.profile().blockedReason()).isNull();
        assertThat(driver.screen("ravi", 1).blocked()).isFalse();
        assertThat(driver.tell(new UnblockAccount(FraudDriver.ASHA, "twice")).events())
                .isEmpty();
    }

    @Test
    void knowsNoProfileOfAStranger() {
        assertThat(driver.ask(new QueryProfile(new AccountId("nobody"))))
                .extracting("code")
                .isEqualTo("account_not_found");
        assertThat(driver.ask(new UnblockAccount(new AccountId("nobody"), "?")))
                .extracting("code")
                .isEqualTo("account_not_found");
        assertThat(driver.state).isEqualTo(driver.machine.empty());
    }

    @Test
    void boundsEverythingItKeeps() {
        for (int i = 0; i < 1_000; i++) {
            driver.now += 20_000;
            driver.pay("payee-" + i, 10);
        }
        RiskProfile profile = driver.state.profile(FraudDriver.ASHA).get();

        assertThat(profile.attempts().size()).isLessThanOrEqualTo(RiskProfile.ATTEMPTS_MAX);
        assertThat(profile.payments()).hasSize(RiskProfile.PAYMENTS_MAX);
        assertThat(profile.payees()).hasSize(RiskProfile.PAYEES_MAX);
        assertThat(profile.knows(new AccountId("payee-744"))).isTrue();
        assertThat(profile.knows(new AccountId("payee-743"))).isFalse();
        assertThat(profile.velocity().minute().steps().size()).isLessThanOrEqualTo(13);
        assertThat(profile.velocity().hour().steps().size()).isLessThanOrEqualTo(61);
        assertThat(profile.velocity().day().steps().size()).isLessThanOrEqualTo(25);
    }

    @Test
    void neverFailsOnTheGreatestAmounts() {
        Terms terms = driver.terms("ravi", 1);
        for (int i = 0; i < 20; i++) {
            Terms huge = new Terms(
                    driver.terms("ravi", 1).id(), "h", terms.payer(), terms.payee(), Money.ofPaise(Long.MAX_VALUE), "");
            driver.screen(huge);
            driver.tell(new Concluded(huge, true));
        }
        assertThat(driver.screen("ravi", 1).blocked()).isTrue();
    }

    @Test
    void neverBlocksALoadTest() {
        FraudDriver load = new FraudDriver(FraudSettings.load());
        for (int i = 0; i < 5_000; i++) {
            load.now += i % 7;
            assertThat(load.screen("payee-" + i % 300, 100_000).score()).isZero();
        }
        assertThat(load.screen("hacker", 1).blocked()).isTrue();
    }

    @Test
    void decidesTheSameAfterASnapshot() {
        Random random = new Random(7);
        List<Terms> asked = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            driver.now += random.nextInt(30_000);
            step(random, asked);
            if (i % 100 == 0) {
                FraudState restored = driver.restored();
                assertThat(restored).isEqualTo(driver.state);
                driver.state = restored;
            }
        }
    }

    private void step(Random random, List<Terms> asked) {
        if (asked.isEmpty() || random.nextInt(3) == 0) {
            asked.add(driver.terms("payee-" + random.nextInt(400), 1 + random.nextInt(3_000)));
        }
        Terms terms = asked.get(asked.size() - 1 - random.nextInt(Math.min(asked.size(), 20)));
        switch (random.nextInt(5)) {
            case 0, 1 -> driver.screen(terms);
            case 2 -> driver.tell(new Concluded(terms, true));
            case 3 -> driver.tell(new Concluded(terms, false));
            default ->
                driver.tell(
                        random.nextBoolean()
                                ? new BlockAccount(FraudDriver.ASHA, "at random")
                                : new UnblockAccount(FraudDriver.ASHA, "at random"));
        }
    }
}

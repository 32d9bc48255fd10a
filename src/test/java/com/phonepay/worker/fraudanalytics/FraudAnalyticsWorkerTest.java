package com.phonepay.worker.fraudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which attempts raise which alert, and when the fraud screen is taught. */
final class FraudAnalyticsWorkerTest {
    /** Ten in the morning in Kolkata. */
    private static final long MORNING = 1_769_833_800_000L;

    private static final long NIGHT = MORNING + 16 * 3_600_000L;

    private static final AnalyticsSettings SETTINGS =
            new AnalyticsSettings(Money.ofRupees(10_000), 4, Money.ofRupees(2_000), 5, 5);

    private final Map<String, PayerProfile> profiles = new HashMap<>();
    private final Map<String, FraudAlert> alerts = new LinkedHashMap<>();
    private final List<String> taught = new ArrayList<>();
    private @Nullable Exception profileFault;
    private long screenings;
    private long postings;

    private final FraudAnalyticsWorker worker = new FraudAnalyticsWorker(
            new PayerProfiles() {
                @Override
                public CompletionStage<PayerProfile> of(String payer) {
                    return CompletableFuture.completedFuture(profiles.getOrDefault(payer, PayerProfile.NEW));
                }

                @Override
                public CompletionStage<Void> store(String payer, PayerProfile profile) {
                    if (profileFault != null) {
                        return CompletableFuture.failedFuture(profileFault);
                    }
                    profiles.put(payer, profile);
                    return CompletableFuture.completedFuture(null);
                }
            },
            new FraudAlerts() {
                @Override
                public CompletionStage<Void> store(List<FraudAlert> raised) {
                    raised.forEach(alert -> alerts.put(alert.id(), alert));
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public CompletionStage<Page<FraudAlert>> list(int limit, @Nullable Cursor after) {
                    throw new AssertionError("the worker does not read");
                }
            },
            (payer, mean, payments) -> {
                taught.add(payer + " pays " + mean + " in " + payments);
                return CompletableFuture.completedFuture(null);
            },
            SETTINGS);

    @ParameterizedTest(name = "{0} paise, blocked {1}, after {2} payments: {3}")
    @CsvSource({
        "5000,    false, 6, ''",
        "5000,    true,  6, BLOCKED",
        "999999,  false, 0, ''",
        "1000000, false, 0, HIGH_VALUE",
        "1000000, true,  0, BLOCKED HIGH_VALUE",
        // The floor: far above what is usual, and still little money.
        "200000,  false, 6, ''",
        "200001,  false, 6, ANOMALY",
        // Of four payments nobody knows what is usual.
        "200001,  false, 4, ''",
        "200001,  false, 5, ANOMALY",
        "1000000, true,  6, BLOCKED HIGH_VALUE ANOMALY",
    })
    void raisesAnAlertOfEachKind(long paise, boolean blocked, int payments, String kinds) {
        for (int i = 0; i < payments; i++) {
            handle(paid("ravi", 10_000, MORNING));
        }
        handle(screened("ravi", paise, blocked, MORNING));
        assertThat(String.join(
                        " ", alerts.values().stream().map(FraudAlert::kind).toList()))
                .isEqualTo(kinds);
        for (FraudAlert alert : alerts.values()) {
            assertThat(alert.payer().value()).isEqualTo("asha");
            assertThat(alert.amount()).isEqualTo(Money.ofPaise(paise));
            assertThat(alert.baseline()).isEqualTo(payments == 0 ? null : Money.ofRupees(100));
            assertThat(alert.reasons()).isNotEmpty();
        }
    }

    @Test
    void saysWhatElseIsStrangeAboutAnAnomaly() {
        for (int i = 0; i < 6; i++) {
            handle(paid("ravi", 10_000, MORNING));
        }
        handle(screened("ravi", 500_000, false, MORNING), screened("stranger", 500_000, false, NIGHT));
        assertThat(alerts.values()).extracting(alert -> alert.reasons().size()).containsExactly(1, 3);
    }

    @Test
    void raisesNothingTwiceForARepeatedEvent() {
        CommittedEvent attempt = screened("ravi", 1_000_000, true, MORNING);
        handle(attempt);
        handle(attempt, attempt);
        assertThat(alerts).hasSize(2);
        CommittedEvent payment = paid("ravi", 10_000, MORNING);
        handle(payment);
        handle(payment);
        assertThat(profiles.getOrDefault("asha", PayerProfile.NEW).payments()).isEqualTo(1);
    }

    /** The process dies after the alert is stored, before the profile is: the next one raises the very same alert. */
    @Test
    void raisesTheSameAlertAgainWhereItDiedBetween() {
        CommittedEvent attempt = screened("ravi", 1_000_000, true, MORNING);
        profileFault = new IOException("died");
        assertThatThrownBy(() -> handle(attempt)).hasMessageContaining("died");
        Map<String, FraudAlert> before = new LinkedHashMap<>(alerts);
        profileFault = null;
        handle(attempt);
        assertThat(alerts).isEqualTo(before).hasSize(2);
    }

    @Test
    void teachesTheFraudScreenAtEveryFifthPayment() {
        for (int i = 1; i <= 12; i++) {
            handle(paid("ravi", 10_000L * i, MORNING));
        }
        assertThat(taught).containsExactly("asha pays 300.00 in 5", "asha pays 550.00 in 10");
    }

    @Test
    void learnsNothingFromWhatIsNoPaymentOfThePayer() {
        handle(
                posted("PAYMENT", LedgerPosted.Type.CREDIT, 10_000),
                posted("RECHARGE", LedgerPosted.Type.CREDIT, 10_000),
                posted("FEE", LedgerPosted.Type.DEBIT, 10_000),
                posted("REFUND", LedgerPosted.Type.DEBIT, 10_000));
        assertThat(profiles.getOrDefault("asha", PayerProfile.NEW).payments()).isZero();
    }

    private void handle(CommittedEvent... events) {
        worker.handle(Arrays.asList(events)).toCompletableFuture().join();
    }

    private CommittedEvent screened(String payee, long paise, boolean blocked, long at) {
        EventId id = new EventId(new SliceAddress(SliceType.FRAUD, 3), ++screenings, 0);
        List<String> reasons = blocked ? List.of("The amount is large") : List.of();
        AttemptWasScreened attempt = new AttemptWasScreened(
                "T" + screenings, "asha", payee, Money.ofPaise(paise), 0.4, blocked, reasons, at);
        return new CommittedEvent(id, 1, Topic.FRAUD_SCREENED, "asha", at, attempt);
    }

    private CommittedEvent paid(String payee, long paise, long at) {
        return posted("PAYMENT", LedgerPosted.Type.DEBIT, paise, payee, at);
    }

    private CommittedEvent posted(String kind, LedgerPosted.Type type, long paise) {
        return posted(kind, type, paise, "ravi", MORNING);
    }

    private CommittedEvent posted(String kind, LedgerPosted.Type type, long paise, String payee, long at) {
        EventId id = new EventId(new SliceAddress(SliceType.WALLETS, 3), ++postings, 0);
        LedgerPosted posted = new LedgerPosted(
                "asha", "T" + postings, kind, type, Money.ofPaise(paise), Money.ZERO, payee, "clearing", postings, at);
        return new CommittedEvent(id, 1, Topic.WALLET_LEDGER, "asha", at, posted);
    }
}

package com.phonepay.worker.fraudanalytics;

import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.kernel.AccountId;
import com.phonepay.payment.RiskBaselines;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps a profile of each payer and raises alerts. Both topics have the payer as their key and equally many partitions,
 * so one worker sees all of a payer. A payer's alerts and the baseline go before the profile: after a crash between them
 * the same profile makes the same alerts again, under the same ids.
 */
public final class FraudAnalyticsWorker implements EventHandler {
    private final PayerProfiles profiles;
    private final FraudAlerts alerts;
    private final RiskBaselines baselines;
    private final AlertRules rules;
    private final AnalyticsSettings settings;

    public FraudAnalyticsWorker(
            PayerProfiles profiles, FraudAlerts alerts, RiskBaselines baselines, AnalyticsSettings settings) {
        this.profiles = profiles;
        this.alerts = alerts;
        this.baselines = baselines;
        this.rules = new AlertRules(settings);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "fraud-analytics";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.FRAUD_SCREENED, Topic.WALLET_LEDGER);
    }

    @Override
    public CompletionStage<Void> handle(List<CommittedEvent> events) {
        Map<String, List<CommittedEvent>> byPayer = new LinkedHashMap<>();
        events.stream().filter(FraudAnalyticsWorker::isOfPayer).forEach(event -> byPayer.computeIfAbsent(
                        event.key(), key -> new ArrayList<>())
                .add(event));
        return CompletableFuture.allOf(byPayer.entrySet().stream()
                .map(payer -> learn(payer.getKey(), payer.getValue()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** Nothing: a profile counts what it is told and remembers only the last id, so it can not tell a repeat from a gap. */
    @Override
    public CompletionStage<Void> again(List<CommittedEvent> repeats) {
        return CompletableFuture.completedFuture(null);
    }

    private static boolean isOfPayer(CommittedEvent event) {
        return event.payload() instanceof AttemptWasScreened
                || (event.payload() instanceof LedgerPosted posted
                        && posted.type() == LedgerPosted.Type.DEBIT
                        && posted.entryKind().equals("PAYMENT"));
    }

    private CompletionStage<Void> learn(String payer, List<CommittedEvent> events) {
        return profiles.of(payer).thenCompose(before -> {
            List<FraudAlert> raised = new ArrayList<>();
            PayerProfile after = before;
            for (CommittedEvent event : events) {
                after = learn(after, event, raised);
            }
            return finish(payer, before, after, raised);
        });
    }

    private PayerProfile learn(PayerProfile profile, CommittedEvent event, List<FraudAlert> raised) {
        if (event.payload() instanceof AttemptWasScreened attempt && !profile.hasScreened(event.id())) {
            raised.addAll(rules.alerts(event, attempt, profile));
            return profile.screened(event.id());
        }
        if (event.payload() instanceof LedgerPosted posted && !profile.hasPosted(event.id())) {
            return profile.paid(event.id(), posted.amount(), posted.counterpartyId(), posted.at());
        }
        return profile;
    }

    private CompletionStage<Void> finish(
            String payer, PayerProfile before, PayerProfile after, List<FraudAlert> raised) {
        CompletionStage<Void> told = raised.isEmpty() ? CompletableFuture.completedFuture(null) : alerts.store(raised);
        return told.thenCompose(stored -> feedBack(payer, before, after))
                .thenCompose(fed -> profiles.store(payer, after));
    }

    /** At each further so many payments, once; the slice ignores an older baseline than it has. */
    private CompletionStage<Void> feedBack(String payer, PayerProfile before, PayerProfile after) {
        boolean due = after.payments() / settings.feedbackEvery() > before.payments() / settings.feedbackEvery();
        return due
                ? baselines.learn(new AccountId(payer), after.mean(), after.payments())
                : CompletableFuture.completedFuture(null);
    }
}

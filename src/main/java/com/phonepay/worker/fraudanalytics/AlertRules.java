package com.phonepay.worker.fraudanalytics;

import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.Origin;
import java.util.ArrayList;
import java.util.List;

/** When an attempt deserves an operator's look. A pure function of the attempt and of what was usual before it. */
final class AlertRules {
    private final AnalyticsSettings settings;

    AlertRules(AnalyticsSettings settings) {
        this.settings = settings;
    }

    List<FraudAlert> alerts(CommittedEvent event, AttemptWasScreened attempt, PayerProfile before) {
        List<FraudAlert> alerts = new ArrayList<>();
        if (attempt.blocked()) {
            alerts.add(alert("BLOCKED", event, attempt, before, attempt.reasons()));
        }
        if (!settings.highValue().exceeds(attempt.amount())) {
            alerts.add(alert("HIGH_VALUE", event, attempt, before, List.of("The amount is high")));
        }
        List<String> anomalies = anomalies(attempt, before);
        if (!anomalies.isEmpty()) {
            alerts.add(alert("ANOMALY", event, attempt, before, anomalies));
        }
        return alerts;
    }

    /** Only a far higher amount raises an alert; a new payee and an unusual hour make it worse. */
    private List<String> anomalies(AttemptWasScreened attempt, PayerProfile before) {
        double usual = before.meanPaise() + settings.anomalyDeviations() * before.spreadPaise();
        boolean known = before.payments() >= settings.historyMin();
        if (!known
                || !attempt.amount().exceeds(settings.anomalyFloor())
                || attempt.amount().paise() <= usual) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "The amount is far above this payer's usual " + before.mean().toRupees() + " rupees");
        if (!before.knows(attempt.payeeId())) {
            reasons.add("The payee is new to this payer");
        }
        if (!before.paysAt(attempt.at())) {
            reasons.add("This payer never paid at this hour");
        }
        return reasons;
    }

    private static FraudAlert alert(
            String kind, CommittedEvent event, AttemptWasScreened attempt, PayerProfile before, List<String> reasons) {
        Money baseline = before.payments() == 0 ? null : before.mean();
        return new FraudAlert(
                event.id() + ":" + kind,
                new Origin(
                        event.id().slice().toString(),
                        event.id().sequence(),
                        event.id().index()),
                kind,
                new AccountId(attempt.payerId()),
                new AccountId(attempt.payeeId()),
                attempt.transactionId(),
                attempt.amount(),
                attempt.score(),
                baseline,
                reasons,
                attempt.at());
    }
}

package com.phonepay.worker.fraudanalytics;

import com.phonepay.kernel.Money;
import com.typesafe.config.Config;

/**
 * When operators are alerted and how often the fraud screen learns.
 *
 * @param highValue from here on every attempt is an alert
 * @param anomalyDeviations so many standard deviations above the mean are an anomaly
 * @param anomalyFloor ... but only above this amount
 * @param historyMin payments before anything is called usual
 * @param feedbackEvery payments after which the baseline is fed back
 */
public record AnalyticsSettings(
        Money highValue, double anomalyDeviations, Money anomalyFloor, int historyMin, int feedbackEvery) {

    public static AnalyticsSettings from(Config root) {
        Config fraud = root.getConfig("phonepay.workers.fraud-analytics");
        return new AnalyticsSettings(
                Money.ofRupees(fraud.getLong("high-value-rupees")),
                fraud.getDouble("anomaly-deviations"),
                Money.ofRupees(fraud.getLong("anomaly-floor-rupees")),
                fraud.getInt("history-min"),
                fraud.getInt("feedback-every"));
    }
}

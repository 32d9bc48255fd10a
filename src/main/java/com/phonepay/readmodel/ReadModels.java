package com.phonepay.readmodel;

import com.phonepay.analytics.Analytics;

/** Everything that people may ask of the read models. */
public record ReadModels(
        Histories histories,
        Transactions transactions,
        Reports reports,
        Notifications notifications,
        FraudAlerts fraudAlerts,
        Analytics analytics) {}

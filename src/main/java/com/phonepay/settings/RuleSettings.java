package com.phonepay.settings;

import com.phonepay.fraud.FraudSettings;
import com.phonepay.kernel.Money;
import com.phonepay.wallet.Limits;
import java.util.Set;

/** The rules that the machines apply to people: how much may be paid, and what looks like fraud. */
public record RuleSettings(Limits limits, FraudSettings fraud) {
    private static final long RUPEES_MAX = 1_000_000_000_000L;
    private static final String LIMITS = "phonepay.rules.limits.";
    private static final String FRAUD = "phonepay.rules.fraud.";

    static RuleSettings read(SettingsReader in) {
        return new RuleSettings(limits(in), fraud(in));
    }

    private static Limits limits(SettingsReader in) {
        return new Limits(
                rupees(in, LIMITS + "payment-max-rupees"),
                rupees(in, LIMITS + "day-max-rupees"),
                in.number(LIMITS + "payments-per-day", 1, Integer.MAX_VALUE),
                rupees(in, LIMITS + "first-day-max-rupees"),
                rupees(in, LIMITS + "recharge-max-rupees"),
                rupees(in, LIMITS + "balance-max-rupees"));
    }

    private static FraudSettings fraud(SettingsReader in) {
        return new FraudSettings(
                rupees(in, FRAUD + "large-amount-rupees"),
                in.number(FRAUD + "unusual-times", 1, 1_000_000),
                rupees(in, FRAUD + "unusual-amount-rupees"),
                in.number(FRAUD + "attempts-per-minute", 1, Integer.MAX_VALUE / 2),
                in.number(FRAUD + "attempts-per-hour", 1, Integer.MAX_VALUE / 2),
                rupees(in, FRAUD + "total-per-hour-rupees"),
                rupees(in, FRAUD + "total-per-day-rupees"),
                rupees(in, FRAUD + "new-payee-amount-rupees"),
                rupees(in, FRAUD + "new-account-amount-rupees"),
                in.duration(FRAUD + "new-account").toMillis(),
                Set.copyOf(in.list(FRAUD + "blocked-accounts")));
    }

    /** A positive amount; far below an overflow, so that sums stay below one too. */
    private static Money rupees(SettingsReader in, String path) {
        long value = in.longNumber(path, 1, RUPEES_MAX);
        return Money.ofRupees(Math.min(Math.max(value, 1), RUPEES_MAX));
    }
}

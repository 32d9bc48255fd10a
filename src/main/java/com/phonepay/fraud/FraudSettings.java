package com.phonepay.fraud;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import java.util.List;
import java.util.Set;

/**
 * Where the rules begin to count. How much each one adds is stated by the rule itself.
 *
 * @param largeAmount one payment above it is large
 * @param unusualTimes a payment above this many times the mean of the last successful ones is unusual
 * @param unusualAmount ... but only above this amount, so that small change is never unusual
 * @param attemptsPerMinute attempts in a sliding minute; twice as many block
 * @param attemptsPerHour attempts in a sliding hour; twice as many block
 * @param totalPerHour what may be attempted in a sliding hour, failed payments left out
 * @param totalPerDay the same in sliding 24 hours
 * @param newPayeeAmount a first payment to somebody above it is noted
 * @param newAccountAmount a payment above it is noted while the account is new
 * @param newAccountMs how long an account is new
 * @param blockedAccounts ids that may neither pay nor be paid
 */
public record FraudSettings(
        Money largeAmount,
        int unusualTimes,
        Money unusualAmount,
        int attemptsPerMinute,
        int attemptsPerHour,
        Money totalPerHour,
        Money totalPerDay,
        Money newPayeeAmount,
        Money newAccountAmount,
        long newAccountMs,
        Set<String> blockedAccounts) {
    private static final long DAY_MS = 86_400_000L;

    public FraudSettings {
        Invariant.check(unusualTimes >= 1, "unusual is at least once the mean");
        Invariant.check(attemptsPerMinute >= 1 && attemptsPerHour >= 1, "one attempt is always allowed");
        Invariant.check(newAccountMs >= 0, "an account is not new before it exists");
        blockedAccounts = Set.copyOf(blockedAccounts);
    }

    /** For people: the amounts fit the usual limits of UPI, so that ordinary use is never blocked. */
    public static FraudSettings usual() {
        return new FraudSettings(
                Money.ofRupees(10_000),
                10,
                Money.ofRupees(2_000),
                20,
                60,
                Money.ofRupees(100_000),
                Money.ofRupees(200_000),
                Money.ofRupees(5_000),
                Money.ofRupees(2_000),
                DAY_MS,
                Set.of("hacker"));
    }

    /** For load tests and benchmarks: amounts and velocities do not count, the block list does. */
    public static FraudSettings load() {
        Money huge = Money.ofPaise(Long.MAX_VALUE);
        int many = Integer.MAX_VALUE;
        return new FraudSettings(huge, 10, huge, many, many, huge, huge, huge, huge, 0, Set.of("hacker"));
    }

    /** Every rule, in the order in which reasons are given. */
    List<FraudRule> rules() {
        return List.of(
                new BlockListRule(blockedAccounts),
                new LargeAmountRule(largeAmount),
                new UnusualAmountRule(unusualTimes, unusualAmount),
                new RapidAttemptsRule(Window.MINUTE, attemptsPerMinute),
                new RapidAttemptsRule(Window.HOUR, attemptsPerHour),
                new LargeTotalRule(Window.HOUR, totalPerHour),
                new LargeTotalRule(Window.DAY, totalPerDay),
                new NewPayeeRule(newPayeeAmount),
                new NewAccountRule(newAccountAmount, newAccountMs));
    }
}

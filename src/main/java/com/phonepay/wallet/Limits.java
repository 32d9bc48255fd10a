package com.phonepay.wallet;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much an account may pay. Days are those of Asia/Kolkata.
 *
 * @param countPerDay payments a day
 * @param firstDayMax paid in the first 24 hours of an account
 */
public record Limits(
        Money paymentMax, Money dayMax, int countPerDay, Money firstDayMax, Money rechargeMax, Money balanceMax) {
    static final long DAY_MS = 86_400_000L;
    private static final long INDIA_OFFSET_MS = 19_800_000L;

    /** The usual limits of UPI. */
    public static Limits upi() {
        return new Limits(
                Money.ofRupees(100_000),
                Money.ofRupees(100_000),
                20,
                Money.ofRupees(5_000),
                Money.ofRupees(100_000),
                Money.ofRupees(10_000_000));
    }

    /** For load tests and benchmarks: only the size of one payment is bounded. */
    public static Limits load() {
        Money huge = Money.ofRupees(1_000_000_000_000L);
        return new Limits(Money.ofRupees(100_000), huge, Integer.MAX_VALUE, huge, Money.ofRupees(1_000_000_000L), huge);
    }

    static long dayOf(long now) {
        return Math.floorDiv(now + INDIA_OFFSET_MS, DAY_MS);
    }

    static boolean isFirstDay(Account account, long now) {
        return now < account.openedAt() + DAY_MS;
    }

    /** The limits that depend on the amount alone. */
    @Nullable
    Rejection refuseAmount(Money amount) {
        return amount.exceeds(paymentMax)
                ? exceeded("limit_per_payment", "A payment may be at most", paymentMax, Money.ZERO, null)
                : null;
    }

    /** The limits that depend on what the account has paid already. */
    @Nullable
    Rejection refuseUsage(Account account, Money amount, long now) {
        Usage usage = account.usage().on(dayOf(now));
        if (isFirstDay(account, now) && usage.firstDaySum().plus(amount).exceeds(firstDayMax)) {
            String reset = Instant.ofEpochMilli(account.openedAt() + DAY_MS).toString();
            return exceeded(
                    "limit_first_day",
                    "In its first 24 hours an account may pay at most",
                    firstDayMax,
                    usage.firstDaySum(),
                    reset);
        }
        if (usage.sum().plus(amount).exceeds(dayMax)) {
            return exceeded(
                    "limit_per_day", "An account may pay at most this a day:", dayMax, usage.sum(), midnight(now));
        }
        return usage.count() >= countPerDay ? tooMany(usage.count(), now) : null;
    }

    private Rejection tooMany(int count, long now) {
        return new Rejection(
                "limit_count_per_day",
                Rejection.Kind.DECLINED,
                "An account may make at most " + countPerDay + " payments a day.",
                Map.of(
                        "limit", String.valueOf(countPerDay),
                        "used", String.valueOf(count),
                        "remaining", "0",
                        "resets_at", midnight(now)));
    }

    private static Rejection exceeded(String code, String what, Money limit, Money used, @Nullable String resetsAt) {
        String remaining =
                limit.minus(used).isNegative() ? "0.00" : limit.minus(used).toRupees();
        Map<String, String> facts = resetsAt == null
                ? Map.of("limit", limit.toRupees())
                : Map.of(
                        "limit",
                        limit.toRupees(),
                        "used",
                        used.toRupees(),
                        "remaining",
                        remaining,
                        "resets_at",
                        resetsAt);
        return new Rejection(code, Rejection.Kind.DECLINED, what + " " + limit.toRupees() + " rupees.", facts);
    }

    private static String midnight(long now) {
        return Instant.ofEpochMilli((dayOf(now) + 1) * DAY_MS - INDIA_OFFSET_MS).toString();
    }
}

package com.phonepay.jobs.baseline;

import com.phonepay.jobs.run.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a payer's payments add up to. The sums are whole numbers and exact, so their order does not matter; mean and
 * deviation are made of them at the end, and rounded once, half up, to the paisa.
 */
final class Usual {
    private static final int HOURS = 24;
    /** An hour is usual that holds at least a twentieth of the payments. */
    private static final int RARE = 20;

    private final long[] hours = new long[HOURS];
    private BigInteger squares = BigInteger.ZERO;
    private long payments;
    private long sum;
    private long max;

    void add(long paise, long at) {
        payments++;
        sum = Math.addExact(sum, paise);
        BigInteger amount = BigInteger.valueOf(paise);
        squares = squares.add(amount.multiply(amount));
        max = Math.max(max, paise);
        hours[hour(at)]++;
    }

    long payments() {
        return payments;
    }

    long max() {
        return max;
    }

    /** Their mean in paise; 0 where there are none. */
    long mean() {
        return payments == 0 ? 0 : rounded(BigDecimal.valueOf(sum).divide(count(), MathContext.DECIMAL128));
    }

    /** Their standard deviation in paise, that of a sample: from n - 1; 0 for less than two. */
    long deviation() {
        if (payments < 2) {
            return 0;
        }
        BigInteger n = BigInteger.valueOf(payments);
        BigInteger total = BigInteger.valueOf(sum);
        BigInteger above = n.multiply(squares).subtract(total.multiply(total));
        BigDecimal variance = new BigDecimal(above)
                .divide(new BigDecimal(n.multiply(n.subtract(BigInteger.ONE))), MathContext.DECIMAL128);
        return rounded(variance.sqrt(MathContext.DECIMAL128));
    }

    /**
     * The most that is usual: the mean and so many deviations. The deviation counts as at least a tenth of the mean, so
     * that equal amounts do not make a rupee unusual.
     */
    long limit(BigDecimal deviations) {
        BigDecimal tenth = BigDecimal.valueOf(mean(), 1);
        BigDecimal spread = BigDecimal.valueOf(deviation()).max(tenth);
        return rounded(BigDecimal.valueOf(mean()).add(spread.multiply(deviations)));
    }

    /** The hours of the day, in Asia/Kolkata, in which this payer pays. */
    List<String> hours() {
        List<String> usual = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (hours[hour] > 0 && hours[hour] * RARE >= payments) {
                usual.add(String.format(Locale.ROOT, "%02d", hour));
            }
        }
        return usual;
    }

    boolean paysAt(long at) {
        return hours[hour(at)] > 0 && hours[hour(at)] * RARE >= payments;
    }

    private static int hour(long at) {
        return Instant.ofEpochMilli(at).atZone(Row.ZONE).getHour();
    }

    private BigDecimal count() {
        return BigDecimal.valueOf(payments);
    }

    private static long rounded(BigDecimal paise) {
        return paise.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}

package com.phonepay.worker.fraudanalytics;

import com.phonepay.events.EventId;
import com.phonepay.kernel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for one payer. Immutable. Mean and spread follow Welford, so that no sum of squares overflows.
 *
 * @param payments that moved money
 * @param meanPaise of their amounts
 * @param squares sum of squared distances from the mean, in paise²
 * @param hours payments by the hour of the day in Asia/Kolkata, 24 counts
 * @param payees payments by payee; of more than {@value #PAYEES_MAX} the rarest is left out
 * @param screened the last attempt that is counted in, absent before the first
 * @param posted the last payment that is counted in, absent before the first
 */
record PayerProfile(
        long payments,
        double meanPaise,
        double squares,
        List<Long> hours,
        Map<String, Long> payees,
        @Nullable EventId screened,
        @Nullable EventId posted) {
    static final int PAYEES_MAX = 64;

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final int HOURS = 24;

    static final PayerProfile NEW = new PayerProfile(0, 0, 0, Collections.nCopies(HOURS, 0L), Map.of(), null, null);

    boolean hasScreened(EventId id) {
        return screened != null && !id.isAfter(screened);
    }

    boolean hasPosted(EventId id) {
        return posted != null && !id.isAfter(posted);
    }

    PayerProfile screened(EventId id) {
        return new PayerProfile(payments, meanPaise, squares, hours, payees, id, posted);
    }

    PayerProfile paid(EventId id, Money amount, String payee, long at) {
        long count = payments + 1;
        double distance = amount.paise() - meanPaise;
        double mean = meanPaise + distance / count;
        return new PayerProfile(
                count, mean, squares + distance * (amount.paise() - mean), counted(at), counted(payee), screened, id);
    }

    private List<Long> counted(long at) {
        List<Long> counted = new ArrayList<>(hours);
        int hour = hour(at);
        counted.set(hour, counted.get(hour) + 1);
        return List.copyOf(counted);
    }

    private Map<String, Long> counted(String payee) {
        TreeMap<String, Long> counted = new TreeMap<>(payees);
        counted.merge(payee, 1L, Long::sum);
        if (counted.size() > PAYEES_MAX) {
            counted.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(payee))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(rarest -> counted.remove(rarest.getKey()));
        }
        return Map.copyOf(counted);
    }

    Money mean() {
        return Money.ofPaise(Math.round(meanPaise));
    }

    /** The standard deviation; at least a tenth of the mean, so that equal amounts do not make a rupee unusual. */
    double spreadPaise() {
        double deviation = payments < 2 ? 0 : Math.sqrt(squares / (payments - 1));
        return Math.max(deviation, meanPaise / 10);
    }

    boolean knows(String payee) {
        return payees.containsKey(payee);
    }

    /** Whether this payer has ever paid in this hour of the day. */
    boolean paysAt(long at) {
        return hours.get(hour(at)) > 0;
    }

    private static int hour(long at) {
        return Instant.ofEpochMilli(at).atZone(INDIA).getHour();
    }
}

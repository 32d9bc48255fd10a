package com.phonepay.jobs.aml;

import com.phonepay.jobs.run.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slides 24 hours over a payer's payments. While the pattern holds, they belong to one episode, so that five payments
 * in a row are one finding, not three.
 */
final class Episode {
    private static final long WINDOW_MILLIS = 24 * 3_600_000L;
    private static final int IDS_SHOWN = 10;

    private final Pattern pattern;
    private final long threshold;
    private final Deque<Seen> window = new ArrayDeque<>();
    private long windowSum;
    private final List<String> ids = new ArrayList<>();
    private final Set<String> payees = new LinkedHashSet<>();
    private int payments;
    private long sum;
    private long firstAt;
    private long lastAt;

    private record Seen(String id, String payee, long paise, long at) {}

    Episode(Pattern pattern, long threshold) {
        this.pattern = pattern;
        this.threshold = threshold;
    }

    /**
     * The next payment.
     *
     * @return the finding that ended before it, or null
     */
    @Nullable
    Row add(String account, Transfer transfer, long at) {
        if (!pattern.counts(transfer.paise(), threshold)) {
            return null;
        }
        Seen seen = new Seen(transfer.id().toString(), transfer.payee().toString(), transfer.paise(), at);
        window.add(seen);
        windowSum = Math.addExact(windowSum, seen.paise());
        while (window.element().at() <= at - WINDOW_MILLIS) {
            windowSum -= window.remove().paise();
        }
        if (!pattern.holds(window.size(), windowSum, threshold)) {
            return end(account);
        }
        if (payments == 0) {
            window.forEach(this::take);
        } else {
            take(seen);
        }
        return null;
    }

    /** No more payments: the finding that is still open, or null. */
    @Nullable
    Row end(String account) {
        if (payments == 0) {
            return null;
        }
        Row row = new Row()
                .with("account_id", account)
                .with("pattern", pattern.name())
                .with("payments", payments)
                .withMoney("amount", sum)
                .withTime("first_at", firstAt)
                .withTime("last_at", lastAt)
                .with("transaction_ids", ids)
                .with("payee_ids", List.copyOf(payees));
        ids.clear();
        payees.clear();
        payments = 0;
        sum = 0;
        return row;
    }

    private void take(Seen seen) {
        if (payments == 0) {
            firstAt = seen.at();
        }
        lastAt = seen.at();
        payments++;
        sum = Math.addExact(sum, seen.paise());
        if (ids.size() < IDS_SHOWN) {
            ids.add(seen.id());
        }
        if (payees.size() < IDS_SHOWN) {
            payees.add(seen.payee());
        }
    }
}

package com.phonepay.jobs.proof;

import com.phonepay.jobs.run.Row;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.jspecify.annotations.Nullable;

/** A transaction: one debit of the payer, one credit of the payee, both of the payment's amount. Used again for the next. */
final class TransactionProof {
    private static final Text SUSPENSE = new Text("suspense");

    private final Leg payment = new Leg();
    private final List<Leg> entries = new ArrayList<>();
    private int used;
    private boolean isCompleted;
    private long lastAt;

    void begin() {
        used = 0;
        isCompleted = false;
        lastAt = Long.MIN_VALUE;
    }

    /** The payment comes first where it is there at all. A copy of an event that was seen already is left out. */
    void add(Leg leg) {
        lastAt = Math.max(lastAt, leg.at());
        if (leg.isPayment()) {
            payment.copyOf(leg);
            isCompleted = true;
        } else if (entries.stream().limit(used).noneMatch(seen -> seen.other().equals(leg.other()))) {
            if (used == entries.size()) {
                entries.add(new Leg());
            }
            entries.get(used++).copyOf(leg);
        }
    }

    long lastAt() {
        return lastAt;
    }

    @Nullable
    Finding end() {
        long sum = entries.stream().limit(used).mapToLong(Leg::signedPaise).sum();
        if (isCompleted && used < 2) {
            return Finding.unlessInFlight(
                    Break.MISSING_ENTRY, used + " entries of a payment of " + Row.rupees(payment.signedPaise()));
        }
        if (sum != 0) {
            String detail = used + " entries sum to " + Row.rupees(sum);
            return isCompleted
                    ? Finding.of(Break.UNBALANCED, detail)
                    : Finding.unlessInFlight(Break.UNBALANCED, detail);
        }
        if (!isCompleted) {
            return Finding.unlessInFlight(Break.UNKNOWN_TRANSACTION, used + " entries of no completed payment");
        }
        return isThePayment() ? null : Finding.of(Break.NOT_THE_PAYMENT, notThePayment());
    }

    private boolean isThePayment() {
        return used == 2 && entries.stream().limit(used).allMatch(this::belongs);
    }

    private boolean belongs(Leg entry) {
        boolean isDebit = entry.signedPaise() < 0;
        boolean isParty = entry.name().equals(isDebit ? payment.name() : payment.other());
        // Where the payee's wallet was closed meanwhile, his money waits there.
        return (isParty || (!isDebit && entry.name().equals(SUSPENSE)))
                && Math.abs(entry.signedPaise()) == payment.signedPaise();
    }

    private String notThePayment() {
        StringBuilder detail = new StringBuilder(
                payment.name() + " pays " + payment.other() + " " + Row.rupees(payment.signedPaise()));
        entries.stream()
                .limit(used)
                .map(entry -> "; " + entry.name() + " " + Row.rupees(entry.signedPaise()))
                .sorted()
                .forEach(detail::append);
        return detail.toString();
    }
}

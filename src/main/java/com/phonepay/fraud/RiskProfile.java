package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The history of one payer, all of it bounded: attempts of the last {@value #ATTEMPTS_MS} ms and at most
 * {@value #ATTEMPTS_MAX} of them, {@value #PAYMENTS_MAX} successful payments, {@value #PAYEES_MAX} known payees (the one
 * not paid for the longest time makes room, and is then new again).
 *
 * @param knownSince slice time of opening, or of the first thing heard where opening has not been reported
 * @param blockedReason absent where the account is not blocked
 * @param attempts oldest first
 * @param payees when each was last paid with success
 * @param payments oldest first
 * @param baseline what the analysis of all payments found; absent until it was told
 */
record RiskProfile(
        AccountId account,
        long knownSince,
        @Nullable String blockedReason,
        Vector<Attempt> attempts,
        Velocity velocity,
        HashMap<AccountId, Long> payees,
        Vector<Payment> payments,
        @Nullable Baseline baseline) {
    static final int ATTEMPTS_MAX = 64;
    // Longer than the life of a message, so that a repeated question always finds its first answer here.
    static final long ATTEMPTS_MS = 900_000;
    static final int PAYMENTS_MAX = 16;
    static final int PAYEES_MAX = 256;

    static RiskProfile of(AccountId account, long knownSince) {
        return new RiskProfile(
                account, knownSince, null, Vector.empty(), Velocity.NONE, HashMap.empty(), Vector.empty(), null);
    }

    RiskProfile openedAt(long at) {
        long since = Math.min(knownSince, at);
        return new RiskProfile(account, since, blockedReason, attempts, velocity, payees, payments, baseline);
    }

    RiskProfile blocked(@Nullable String reason) {
        return new RiskProfile(account, knownSince, reason, attempts, velocity, payees, payments, baseline);
    }

    RiskProfile attempted(Attempt attempt) {
        Vector<Attempt> kept = attempts.filter(old ->
                        old.at() > attempt.at() - ATTEMPTS_MS && !old.id().equals(attempt.id()))
                .append(attempt)
                .takeRight(ATTEMPTS_MAX);
        Velocity faster = velocity.counted(attempt.at(), attempt.amount());
        return new RiskProfile(account, knownSince, blockedReason, kept, faster, payees, payments, baseline);
    }

    RiskProfile failed(TransactionId id) {
        return attempt(id)
                .filter(attempt -> !attempt.failed())
                .map(attempt -> new RiskProfile(
                        account,
                        knownSince,
                        blockedReason,
                        attempts.replace(attempt, attempt.ended()),
                        velocity.givenBack(attempt.at(), attempt.amount()),
                        payees,
                        payments,
                        baseline))
                .getOrElse(this);
    }

    RiskProfile paid(Payment payment, AccountId payee, long at) {
        HashMap<AccountId, Long> known = payees.put(payee, at);
        return new RiskProfile(
                account,
                knownSince,
                blockedReason,
                attempts,
                velocity,
                known.size() > PAYEES_MAX ? known.remove(longestUnpaid(known)) : known,
                payments.append(payment).takeRight(PAYMENTS_MAX),
                baseline);
    }

    // The name decides between equal times, so that a restored profile forgets the same payee as the original.
    private static AccountId longestUnpaid(HashMap<AccountId, Long> known) {
        return known.toJavaStream()
                .min(Comparator.<io.vavr.Tuple2<AccountId, Long>>comparingLong(payee -> payee._2())
                        .thenComparing(payee -> payee._1().value()))
                .orElseThrow()
                ._1();
    }

    RiskProfile learnt(Baseline longRun) {
        return new RiskProfile(account, knownSince, blockedReason, attempts, velocity, payees, payments, longRun);
    }

    /** How many payments what is usual stands on. */
    long history() {
        return Math.max(payments.size(), baseline == null ? 0 : baseline.payments());
    }

    /** What this payer usually pays: the larger mean of the last payments and of all of them. */
    Money usualPayment() {
        Money recent = meanPayment();
        return baseline != null && baseline.mean().exceeds(recent) ? baseline.mean() : recent;
    }

    Option<Attempt> attempt(TransactionId id) {
        return attempts.find(attempt -> attempt.id().equals(id));
    }

    boolean isBlocked() {
        return blockedReason != null;
    }

    boolean knows(AccountId payee) {
        return payees.containsKey(payee);
    }

    boolean hasLearnt(TransactionId id) {
        return payments.exists(payment -> payment.id().equals(id));
    }

    /** Zero where nothing has succeeded yet. */
    Money meanPayment() {
        if (payments.isEmpty()) {
            return Money.ZERO;
        }
        Money sum = payments.map(Payment::amount).foldLeft(Money.ZERO, Score::saturated);
        return Money.ofPaise(sum.paise() / payments.size());
    }
}

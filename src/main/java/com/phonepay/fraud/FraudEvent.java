package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can happen to a risk profile. Times are slice time, milliseconds since 1970. */
public sealed interface FraudEvent extends Event {
    AccountId account();

    record PayerEnrolled(AccountId account, long openedAt) implements FraudEvent {}

    /** An attempt was counted and scored; its verdict left at once. */
    record AttemptScreened(AccountId account, Attempt attempt) implements FraudEvent {}

    record AttemptFailed(AccountId account, TransactionId id, long at) implements FraudEvent {}

    /** A payment succeeded: the payee is known from now on, and the amount is part of what is usual. */
    record PaymentLearnt(AccountId account, TransactionId id, AccountId payee, Money amount, long at)
            implements FraudEvent {}

    record AccountBlocked(AccountId account, String reason, long at) implements FraudEvent {}

    record AccountUnblocked(AccountId account, String reason, long at) implements FraudEvent {}

    /** The long-run mean became known. Also the same fact from a snapshot. */
    record BaselineLearnt(AccountId account, Baseline baseline, long at) implements FraudEvent {}

    /** A whole profile, from a snapshot. */
    record ProfileRestored(
            AccountId account,
            long knownSince,
            @Nullable String blockedReason,
            List<Attempt> attempts,
            List<TallyStep> minute,
            List<TallyStep> hour,
            List<TallyStep> day,
            Map<String, Long> payees,
            List<Payment> payments)
            implements FraudEvent {}
}

package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payer's risk profile, for operators.
 *
 * @param knownSince milliseconds since 1970
 * @param blockedReason absent where an operator has not blocked the account
 * @param meanPayment of the last successful payments; zero where there are none
 * @param attempts the recent ones with their scores, oldest first
 */
public record ProfileView(
        AccountId account,
        long knownSince,
        @Nullable String blockedReason,
        int attemptsLastMinute,
        int attemptsLastHour,
        Money totalLastHour,
        Money totalLastDay,
        Money meanPayment,
        int knownPayees,
        List<Attempt> attempts)
        implements Answer {

    static ProfileView of(RiskProfile profile, long now) {
        Velocity velocity = profile.velocity();
        return new ProfileView(
                profile.account(),
                profile.knownSince(),
                profile.blockedReason(),
                velocity.in(Window.MINUTE, now).count(),
                velocity.in(Window.HOUR, now).count(),
                velocity.in(Window.HOUR, now).sum(),
                velocity.in(Window.DAY, now).sum(),
                profile.meanPayment(),
                profile.payees().size(),
                List.copyOf(profile.attempts().asJava()));
    }
}

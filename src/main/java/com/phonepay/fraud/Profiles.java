package com.phonepay.fraud;

import com.phonepay.fraud.FraudEvent.AccountBlocked;
import com.phonepay.fraud.FraudEvent.AccountUnblocked;
import com.phonepay.fraud.FraudEvent.AttemptFailed;
import com.phonepay.fraud.FraudEvent.AttemptScreened;
import com.phonepay.fraud.FraudEvent.BaselineLearnt;
import com.phonepay.fraud.FraudEvent.PayerEnrolled;
import com.phonepay.fraud.FraudEvent.PaymentLearnt;
import com.phonepay.fraud.FraudEvent.ProfileRestored;
import com.phonepay.kernel.AccountId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.util.List;

/** What events change in profiles, and a profile as one event. */
final class Profiles {
    private Profiles() {}

    static FraudState apply(FraudState state, FraudEvent event) {
        if (event instanceof AttemptScreened screened) {
            Attempt attempt = screened.attempt();
            return state.changed(screened.account(), attempt.at(), profile -> profile.attempted(attempt));
        }
        if (event instanceof PaymentLearnt learnt) {
            Payment payment = new Payment(learnt.id(), learnt.amount());
            return state.changed(
                    learnt.account(), learnt.at(), profile -> profile.paid(payment, learnt.payee(), learnt.at()));
        }
        if (event instanceof AttemptFailed failed) {
            return state.changed(failed.account(), failed.at(), profile -> profile.failed(failed.id()));
        }
        if (event instanceof PayerEnrolled enrolled) {
            return state.changed(
                    enrolled.account(), enrolled.openedAt(), profile -> profile.openedAt(enrolled.openedAt()));
        }
        if (event instanceof AccountBlocked blocked) {
            return state.changed(blocked.account(), blocked.at(), profile -> profile.blocked(blocked.reason()));
        }
        if (event instanceof AccountUnblocked unblocked) {
            return state.changed(unblocked.account(), unblocked.at(), profile -> profile.blocked(null));
        }
        if (event instanceof BaselineLearnt learnt) {
            return state.changed(learnt.account(), learnt.at(), profile -> profile.learnt(learnt.baseline()));
        }
        return event instanceof ProfileRestored restored ? state.with(profile(restored)) : state;
    }

    /** The facts that rebuild a profile. */
    static List<FraudEvent> restored(RiskProfile profile) {
        Baseline baseline = profile.baseline();
        FraudEvent whole = whole(profile);
        return baseline == null
                ? List.of(whole)
                : List.of(whole, new BaselineLearnt(profile.account(), baseline, profile.knownSince()));
    }

    private static ProfileRestored whole(RiskProfile profile) {
        return new ProfileRestored(
                profile.account(),
                profile.knownSince(),
                profile.blockedReason(),
                profile.attempts().toJavaList(),
                profile.velocity().minute().toSteps(),
                profile.velocity().hour().toSteps(),
                profile.velocity().day().toSteps(),
                profile.payees().mapKeys(AccountId::value).toJavaMap(),
                profile.payments().toJavaList());
    }

    private static RiskProfile profile(ProfileRestored restored) {
        return new RiskProfile(
                restored.account(),
                restored.knownSince(),
                restored.blockedReason(),
                Vector.ofAll(restored.attempts()),
                new Velocity(
                        SlidingTally.restored(Window.MINUTE, restored.minute()),
                        SlidingTally.restored(Window.HOUR, restored.hour()),
                        SlidingTally.restored(Window.DAY, restored.day())),
                HashMap.ofAll(restored.payees()).mapKeys(AccountId::new),
                Vector.ofAll(restored.payments()),
                null);
    }
}

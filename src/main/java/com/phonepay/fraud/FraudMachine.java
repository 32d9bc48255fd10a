package com.phonepay.fraud;

import com.phonepay.fraud.FraudEvent.AccountBlocked;
import com.phonepay.fraud.FraudEvent.AccountUnblocked;
import com.phonepay.fraud.FraudEvent.AttemptFailed;
import com.phonepay.fraud.FraudEvent.AttemptScreened;
import com.phonepay.fraud.FraudEvent.BaselineLearnt;
import com.phonepay.fraud.FraudEvent.PayerEnrolled;
import com.phonepay.fraud.FraudEvent.PaymentLearnt;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import java.util.List;

/**
 * Screens payments in the order of their arrival. An attempt is counted in the payer's profile before its verdict is
 * known, so parallel attempts see each other. The verdict does not wait for the journal: it travels in the
 * coordinator's decision and is stable from there. A repeated question finds its first verdict among the recent attempts.
 */
public final class FraudMachine implements Machine<FraudState> {
    private static final Rejection BLOCKED =
            Rejection.of("fraud", Rejection.Kind.DECLINED, "The fraud screen blocked this payment");
    private final Slices slices;
    private final List<FraudRule> rules;

    public FraudMachine(Slices slices, FraudSettings settings) {
        this.slices = slices;
        this.rules = settings.rules();
    }

    @Override
    public FraudState empty() {
        return FraudState.EMPTY;
    }

    @Override
    public Outcome decide(FraudState state, Message message, Caller caller, Moment moment) {
        if (message instanceof Screen screen) {
            return screen(state, screen.terms(), moment.now());
        }
        if (message instanceof Concluded concluded) {
            return conclude(state, concluded, moment.now());
        }
        if (message instanceof EnrolPayer enrol) {
            return enrol(state, enrol);
        }
        if (message instanceof BlockAccount block) {
            return block(state, block, caller, moment.now());
        }
        if (message instanceof UnblockAccount unblock) {
            return unblock(state, unblock, caller, moment.now());
        }
        if (message instanceof LearnBaseline learn) {
            return learn(state, learn, caller, moment.now());
        }
        if (message instanceof QueryProfile query) {
            return query(state, query.account(), caller, moment.now());
        }
        return Outcome.nothing();
    }

    private Outcome screen(FraudState state, Terms terms, long now) {
        RiskProfile profile = state.profileOr(terms.payer(), now);
        if (terms.isRefund()) {
            return Outcome.effects(refundVote(profile, terms));
        }
        Attempt known = profile.attempt(terms.id())
                .filter(attempt -> attempt.isOf(terms))
                .getOrNull();
        if (known != null) {
            return Outcome.effects(vote(terms, known));
        }
        Attempt attempt = Attempt.of(terms, now, Score.hits(rules, profile, terms, now));
        return Outcome.lazily(new AttemptScreened(terms.payer(), attempt), vote(terms, attempt));
    }

    /** Whom a refund pays and how much at most is fixed by its payment, so only a blocked merchant is refused. */
    private Effect refundVote(RiskProfile profile, Terms terms) {
        Rejection refusal = profile.isBlocked() ? BLOCKED : null;
        Verdict verdict = new Verdict(0, profile.isBlocked(), List.of());
        return Effect.sendEarly(
                slices.transactions(terms.id()),
                new Vote(terms.id(), terms.fingerprint(), Role.FRAUD, refusal, verdict));
    }

    private Effect vote(Terms terms, Attempt attempt) {
        Rejection refusal = attempt.blocked() ? BLOCKED : null;
        Vote vote = new Vote(terms.id(), terms.fingerprint(), Role.FRAUD, refusal, attempt.verdict());
        return Effect.sendEarly(slices.transactions(terms.id()), vote);
    }

    private static Outcome conclude(FraudState state, Concluded concluded, long now) {
        Terms terms = concluded.terms();
        if (terms.isRefund()) {
            return Outcome.nothing();
        }
        RiskProfile profile = state.profileOr(terms.payer(), now);
        if (concluded.committed()) {
            return profile.hasLearnt(terms.id())
                    ? Outcome.nothing()
                    : Outcome.lazily(new PaymentLearnt(terms.payer(), terms.id(), terms.payee(), terms.amount(), now));
        }
        boolean open = profile.attempt(terms.id()).exists(attempt -> attempt.isOf(terms) && !attempt.failed());
        return open ? Outcome.lazily(new AttemptFailed(terms.payer(), terms.id(), now)) : Outcome.nothing();
    }

    private static Outcome enrol(FraudState state, EnrolPayer enrol) {
        boolean known = state.profile(enrol.account()).exists(profile -> profile.knownSince() <= enrol.openedAt());
        return known ? Outcome.nothing() : Outcome.of(new PayerEnrolled(enrol.account(), enrol.openedAt()));
    }

    private static Outcome block(FraudState state, BlockAccount block, Caller caller, long now) {
        RiskProfile profile = state.profileOr(block.account(), now);
        if (profile.isBlocked()) {
            return Outcome.effects(Effect.reply(caller, ProfileView.of(profile, now)));
        }
        ProfileView view = ProfileView.of(profile.blocked(block.reason()), now);
        return Outcome.of(new AccountBlocked(block.account(), block.reason(), now), Effect.reply(caller, view));
    }

    private static Outcome unblock(FraudState state, UnblockAccount unblock, Caller caller, long now) {
        RiskProfile profile = state.profile(unblock.account()).getOrNull();
        if (profile == null || !profile.isBlocked()) {
            return query(state, unblock.account(), caller, now);
        }
        ProfileView view = ProfileView.of(profile.blocked(null), now);
        return Outcome.of(new AccountUnblocked(unblock.account(), unblock.reason(), now), Effect.reply(caller, view));
    }

    private static Outcome learn(FraudState state, LearnBaseline learn, Caller caller, long now) {
        RiskProfile profile = state.profileOr(learn.account(), now);
        Baseline known = profile.baseline();
        if (known != null && known.payments() >= learn.payments()) {
            return Outcome.effects(Effect.reply(caller, ProfileView.of(profile, now)));
        }
        Baseline baseline = new Baseline(learn.mean(), learn.payments());
        return Outcome.of(
                new BaselineLearnt(learn.account(), baseline, now),
                Effect.reply(caller, ProfileView.of(profile.learnt(baseline), now)));
    }

    private static Outcome query(FraudState state, AccountId account, Caller caller, long now) {
        return Outcome.effects(state.profile(account)
                .map(profile -> Effect.reply(caller, ProfileView.of(profile, now)))
                .getOrElse(() -> Effect.reply(
                        caller,
                        Rejection.of("account_not_found", Rejection.Kind.NOT_FOUND, "No payer has this account id"))));
    }

    @Override
    public FraudState apply(FraudState state, Event event) {
        return event instanceof FraudEvent fraudEvent ? Profiles.apply(state, fraudEvent) : state;
    }

    @Override
    public Iterable<Event> snapshot(FraudState state) {
        return () -> state.profiles().values().iterator().flatMap(Profiles::restored);
    }
}

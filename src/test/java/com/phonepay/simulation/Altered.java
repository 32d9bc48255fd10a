package com.phonepay.simulation;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A machine with one thing about it changed. */
class Altered<S> implements Machine<S> {
    private final Machine<S> machine;

    Altered(Machine<S> machine) {
        this.machine = machine;
    }

    @Override
    public S empty() {
        return machine.empty();
    }

    @Override
    public final Outcome decide(S state, Message message, Caller caller, Moment moment) {
        return alter(state, message, moment, machine.decide(state, message, caller, moment));
    }

    /** What becomes of a decision. */
    Outcome alter(S state, Message message, Moment moment, Outcome outcome) {
        return outcome;
    }

    @Override
    public S apply(S state, Event event) {
        return machine.apply(state, event);
    }

    @Override
    public Iterable<Event> snapshot(S state) {
        return machine.snapshot(state);
    }

    static Outcome withEffects(Outcome outcome, UnaryOperator<Effect> change) {
        List<Effect> effects = new ArrayList<>();
        outcome.effects().forEach(effect -> effects.add(change.apply(effect)));
        return new Outcome(outcome.events(), effects, outcome.lazy());
    }

    static Outcome withoutEvents(Outcome outcome, Predicate<Event> unwanted) {
        return new Outcome(
                outcome.events().stream().filter(unwanted.negate()).toList(), outcome.effects(), outcome.lazy());
    }

    /** The same effect, which does not wait for its batch. */
    static Effect hasty(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return Effect.sendEarly(send.to(), send.message());
        }
        return effect instanceof Effect.Reply reply ? Effect.replyEarly(reply.to(), reply.answer()) : effect;
    }

    /** A machine whose snapshots leave something out. */
    static <S> Machine<S> forgetful(Machine<S> machine, Predicate<Event> forgotten) {
        return new Altered<>(machine) {
            @Override
            public Iterable<Event> snapshot(S state) {
                List<Event> kept = new ArrayList<>();
                super.snapshot(state).forEach(event -> {
                    if (!forgotten.test(event)) {
                        kept.add(event);
                    }
                });
                return kept;
            }
        };
    }
}

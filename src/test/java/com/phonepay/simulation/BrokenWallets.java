package com.phonepay.simulation;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Tick;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wallet machines with one rule broken each. */
final class BrokenWallets {
    private static final long DAY_MS = 86_400_000L;

    private BrokenWallets() {}

    /** Instead of asking what became of an old hold it frees it. */
    static Machine<WalletState> releasingByTimer(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof Tick)) {
                    return outcome;
                }
                List<Event> events = new ArrayList<>();
                for (Event event : outcome.events()) {
                    events.add(
                            event instanceof WalletEvent.Inquired inquired
                                    ? new WalletEvent.Released(inquired.id())
                                    : event);
                }
                return Outcome.of(events, List.of());
            }
        };
    }

    static Machine<WalletState> withoutFingerprint(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                return message instanceof Hold hold
                        ? withEffects(outcome, effect -> agreeing(effect, hold.terms()))
                        : outcome;
            }
        };
    }

    private static Effect agreeing(Effect effect, Terms asked) {
        if (effect instanceof Effect.Send send && send.message() instanceof Vote vote) {
            Rejection refusal = vote.refusal();
            boolean mismatch = refusal != null && refusal.code().equals("idempotency_key_reused");
            return mismatch ? Effect.send(send.to(), Vote.yes(asked, Role.PAYER)) : effect;
        }
        return effect;
    }

    static Machine<WalletState> votingEarly(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                return message instanceof Hold ? withEffects(outcome, Altered::hasty) : outcome;
            }
        };
    }

    static Machine<WalletState> acknowledgingEarly(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                return message instanceof Capture ? withEffects(outcome, Altered::hasty) : outcome;
            }
        };
    }

    static Machine<WalletState> capturingAnything(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                boolean alarm = outcome.effects().stream().anyMatch(effect -> effect instanceof Effect.Alarm);
                if (!(message instanceof Capture capture) || !alarm) {
                    return outcome;
                }
                Terms terms = capture.terms();
                return Outcome.of(
                        new WalletEvent.Captured(
                                terms.id(),
                                terms.payer(),
                                terms.payee(),
                                terms.amount(),
                                moment.now(),
                                new Standing(Money.ZERO, 0)),
                        Effect.send(
                                Product.SLICES.transactions(terms.id()),
                                new Applied(terms.id(), Applied.Step.CAPTURED)));
            }
        };
    }

    /** Forgets a credit a day after it saw it first, whatever the coordinator knows. */
    static Machine<WalletState> forgettingAlone(Machine<WalletState> machine) {
        Map<TransactionId, Long> seen = new HashMap<>();
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof Tick)) {
                    return outcome;
                }
                List<Event> events = new ArrayList<>();
                for (TransactionId id : state.credits().keySet()) {
                    if (seen.computeIfAbsent(id, any -> moment.now()) + DAY_MS <= moment.now()) {
                        events.add(new WalletEvent.TransactionForgotten(id, Role.PAYEE));
                    }
                }
                return outcome.and(Outcome.of(events, List.of()));
            }
        };
    }
}

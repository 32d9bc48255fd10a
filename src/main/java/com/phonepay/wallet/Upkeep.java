package com.phonepay.wallet;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Forgotten;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet slice does as time passes: asks about old holds, and forgets. Of a transaction it forgets nothing by
 * its own clock; only the coordinator's {@link Forget} allows it.
 */
final class Upkeep {
    private static final int PER_TICK_MAX = 200;
    private final Slices slices;
    private final WalletRules rules;

    Upkeep(Slices slices, WalletRules rules) {
        this.slices = slices;
        this.rules = rules;
    }

    Outcome forget(WalletState state, Forget forget) {
        TransactionId id = forget.id();
        Effect forgotten = Effect.send(slices.transactions(id), new Forgotten(id, forget.role()));
        if (forget.role() == Role.PAYEE) {
            return state.credits().containsKey(id) ? forgetting(forget, forgotten) : Outcome.effects(forgotten);
        }
        @Nullable Debit known = state.debits().getOrElse(id, null);
        if (known == null) {
            return Outcome.effects(forgotten);
        }
        return known.state() == Debit.State.HELD ? Outcome.nothing() : forgetting(forget, forgotten);
    }

    private static Outcome forgetting(Forget forget, Effect forgotten) {
        return Outcome.of(new WalletEvent.TransactionForgotten(forget.id(), forget.role()), forgotten);
    }

    Outcome tick(WalletState state, long now) {
        return inquire(state, now).and(forgetLocalEntries(state, now));
    }

    private Outcome inquire(WalletState state, long now) {
        List<Event> events = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        for (WalletState.Timed hold : state.openHolds()) {
            if (hold.at() + rules.inquireAfterMs() > now || effects.size() >= PER_TICK_MAX) {
                break;
            }
            TransactionId id = new TransactionId(hold.id());
            @Nullable Debit debit = state.debits().getOrElse(id, null);
            @Nullable Terms terms = debit == null ? null : debit.terms();
            if (debit != null && terms != null && debit.inquiredAt() + rules.inquireEveryMs() <= now) {
                events.add(new WalletEvent.Inquired(id, now));
                effects.add(Effect.send(slices.transactions(id), new Inquire(terms)));
            }
        }
        return Outcome.of(events, effects);
    }

    private Outcome forgetLocalEntries(WalletState state, long now) {
        List<String> old = state.localEntryTimes()
                .takeWhile(entry -> entry.at() + rules.localEntryKeptMs() <= now)
                .take(PER_TICK_MAX)
                .toList()
                .map(WalletState.Timed::id)
                .asJava();
        return old.isEmpty()
                ? Outcome.nothing()
                : Outcome.lazily(new WalletEvent.LocalEntriesForgotten(List.copyOf(old)));
    }
}

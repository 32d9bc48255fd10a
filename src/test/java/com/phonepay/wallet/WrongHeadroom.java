package com.phonepay.wallet;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Wallets that give the headroom of a released hold back to today, whatever day it was taken on. */
public record WrongHeadroom(Machine<WalletState> machine) implements Machine<WalletState> {
    @Override
    public WalletState empty() {
        return machine.empty();
    }

    @Override
    public Outcome decide(WalletState state, Message message, Caller caller, Moment moment) {
        return machine.decide(state, message, caller, moment);
    }

    @Override
    public WalletState apply(WalletState state, Event event) {
        return machine.apply(event instanceof WalletEvent.Released released ? redated(state, released) : state, event);
    }

    private static WalletState redated(WalletState state, WalletEvent.Released released) {
        @Nullable Debit debit = state.debits().getOrElse(released.id(), null);
        if (debit == null || debit.terms() == null || debit.state() != Debit.State.HELD) {
            return state;
        }
        long today = Ledger.account(state, debit.terms().payer()).usage().day();
        return state.with(
                released.id(),
                new Debit(
                        debit.terms(),
                        debit.state(),
                        null,
                        today,
                        debit.inFirstDay(),
                        debit.heldAt(),
                        debit.inquiredAt()));
    }

    @Override
    public Iterable<Event> snapshot(WalletState state) {
        return machine.snapshot(state);
    }
}

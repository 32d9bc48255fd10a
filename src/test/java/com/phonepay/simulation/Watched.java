package com.phonepay.simulation;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletState;

/** The wallet machine, and after every posting, on whatever branch, the sum of the slice, which is zero. */
record Watched(Machine<WalletState> machine) implements Machine<WalletState> {
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
        WalletState next = machine.apply(state, event);
        if (event instanceof WalletEvent.Moving) {
            Violation.unless(next.total().equals(Money.ZERO), "SLICE_DOES_NOT_ADD_UP", event);
        }
        return next;
    }

    @Override
    public Iterable<Event> snapshot(WalletState state) {
        return machine.snapshot(state);
    }
}

package com.phonepay.wallet;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;

/** The wallet machine with a mistake: what a closed window took in is in the next window once more. */
public record CountedTwice(Machine<WalletState> machine) implements Machine<WalletState> {
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
        if (event instanceof WalletEvent.WindowClosed closed && closed.gross().isPositive()) {
            Merchant merchant = Invariant.present(next.book().merchant(closed.merchant()));
            return next.with(merchant.credited(closed.gross()));
        }
        return next;
    }

    @Override
    public Iterable<Event> snapshot(WalletState state) {
        return machine.snapshot(state);
    }
}

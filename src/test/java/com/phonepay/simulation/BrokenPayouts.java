package com.phonepay.simulation;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Tick;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.RequestPayout;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletState;
import java.util.ArrayList;
import java.util.List;

/** Wallet machines with one rule of settlement broken each. */
final class BrokenPayouts {
    private static final long PATIENCE_MS = 25_000;

    private BrokenPayouts() {}

    /** Takes a bank's silence for a refusal. */
    static Machine<WalletState> releasingByTimer(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof Tick)) {
                    return outcome;
                }
                List<Event> events = new ArrayList<>();
                for (Payout payout : state.book().payouts().values()) {
                    if (payout.decidedAt() == 0 && payout.requestedAt() + PATIENCE_MS < moment.now()) {
                        events.add(new WalletEvent.PayoutReleased(
                                payout.reference(),
                                payout.merchant(),
                                payout.amount(),
                                payout.window(),
                                "time-out",
                                moment.now()));
                    }
                }
                return outcome.and(Outcome.of(events, List.of()));
            }
        };
    }

    static Machine<WalletState> tellingEarly(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                return message instanceof RequestPayout ? withEffects(outcome, Altered::hasty) : outcome;
            }
        };
    }

    static Machine<WalletState> roundingDown(Machine<WalletState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(WalletState state, Message message, Moment moment, Outcome outcome) {
                List<Event> events = new ArrayList<>();
                outcome.events()
                        .forEach(event -> events.add(
                                event instanceof WalletEvent.WindowClosed closed ? roundedDown(closed) : event));
                return new Outcome(events, outcome.effects(), outcome.lazy());
            }
        };
    }

    private static Event roundedDown(WalletEvent.WindowClosed closed) {
        Money fee = Money.ofPaise((closed.gross().paise() - closed.refunds().paise()) * 236 / 10_000);
        return new WalletEvent.WindowClosed(
                closed.merchant(),
                closed.window(),
                closed.openedAt(),
                closed.gross(),
                closed.refunds(),
                closed.paymentCount(),
                closed.refundCount(),
                fee,
                closed.tax(),
                closed.net(),
                closed.nextOpenedAt(),
                closed.at());
    }
}

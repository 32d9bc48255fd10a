package com.phonepay.wallet;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Release;
import org.jspecify.annotations.Nullable;

/**
 * The wallets of one slice. What it remembers of a transaction as the payer's side:
 *
 * <pre>
 * state \ message | Hold                 | Capture          | Release        | Forget
 * (unknown)       | HELD, or REFUSED     | alarm            | RELEASED       | acknowledged
 * HELD            | the same yes         | CAPTURED         | RELEASED       | ignored
 * REFUSED         | the same no          | alarm            | acknowledged   | (unknown)
 * CAPTURED        | the same yes         | acknowledged     | acknowledged   | (unknown)
 * RELEASED        | no                   | alarm            | acknowledged   | (unknown)
 * </pre>
 *
 * Other terms under a known id are a no vote in the first phase, and an alarm that applies nothing in the second.
 */
public final class WalletMachine implements Machine<WalletState> {
    private final PayerSide payerSide;
    private final PayeeSide payeeSide;
    private final Counter counter;
    private final Upkeep upkeep;
    private final MerchantDesk merchants = new MerchantDesk();
    private final WalletRules rules;

    public WalletMachine(Slices slices, WalletRules rules) {
        this.payerSide = new PayerSide(slices, rules.limits());
        this.payeeSide = new PayeeSide(slices);
        this.counter = new Counter(slices, rules.limits());
        this.upkeep = new Upkeep(slices, rules);
        this.rules = rules;
    }

    @Override
    public WalletState empty() {
        return WalletState.empty();
    }

    @Override
    public Outcome decide(WalletState state, Message message, Caller caller, Moment moment) {
        if (message instanceof Hold hold) {
            return payerSide.hold(state, hold.terms(), moment.now());
        } else if (message instanceof CanReceive ask) {
            return payeeSide.canReceive(state, ask.terms());
        } else if (message instanceof Capture capture) {
            return payerSide.capture(state, capture.terms(), moment.now());
        } else if (message instanceof Credit credit) {
            return payeeSide.credit(state, credit.terms(), moment.now());
        } else if (message instanceof Release release) {
            return payerSide.release(state, release.id());
        } else if (message instanceof Forget forget) {
            return upkeep.forget(state, forget);
        } else if (message instanceof Tick) {
            return upkeep.tick(state, moment.now()).and(merchants.tick(state, rules, moment.now()));
        } else if (message instanceof OpenWallet open) {
            return counter.open(state, open, moment.now());
        } else if (message instanceof Recharge recharge) {
            return counter.recharge(state, recharge, caller, moment.now());
        } else if (message instanceof ChangeStatus change) {
            return counter.changeStatus(state, change, caller, moment.now());
        } else if (message instanceof QueryBalance query) {
            return counter.balance(state, query.account(), caller);
        } else if (message instanceof QueryEntries query) {
            return counter.entries(state, query.account(), caller);
        }
        @Nullable Outcome ofMerchants = merchants.decide(state, message, caller, moment.now());
        if (ofMerchants == null) {
            throw new IllegalArgumentException("A wallet slice does not understand " + message);
        }
        return ofMerchants;
    }

    @Override
    public WalletState apply(WalletState state, Event event) {
        return WalletReplay.apply(state, (WalletEvent) event);
    }

    @Override
    public Iterable<Event> snapshot(WalletState state) {
        return WalletSnapshot.of(state);
    }
}

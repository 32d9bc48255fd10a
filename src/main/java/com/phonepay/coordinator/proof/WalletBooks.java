package com.phonepay.coordinator.proof;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.Transfer;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The books of one wallet slice, kept twice: by adding up the postings here, and by the production machine. The two must
 * agree after every posting, on every account.
 */
final class WalletBooks {
    private final SliceAddress slice;
    private final WalletMachine machine;
    private final Passages passages;
    private final Consumer<Violation> broken;
    private final Map<LedgerAccount, Money> balances = new HashMap<>();
    private final Map<LedgerAccount, Long> versions = new HashMap<>();
    private final Set<String> localEntries = new HashSet<>();
    private WalletState state;
    private boolean replays = true;
    private long captures;
    private long credits;
    private long locals;

    WalletBooks(SliceAddress slice, WalletMachine machine, Passages passages, Consumer<Violation> broken) {
        this.slice = slice;
        this.machine = machine;
        this.passages = passages;
        this.broken = broken;
        this.state = machine.empty();
    }

    void read(Row row) {
        for (Recorded recorded : row.events()) {
            if (!(recorded.event() instanceof Note)) {
                read(row, recorded.event());
            }
        }
    }

    private void read(Row row, Event event) {
        if (event instanceof WalletEvent.Moving moving) {
            postTo(row, moving);
        } else if (event instanceof WalletEvent.LocalEntriesForgotten forgotten) {
            forgotten.references().forEach(reference -> localEntries.remove("Recharged/" + reference));
        } else if (event instanceof WalletEvent.PayoutsForgotten forgotten) {
            forgotten.references().forEach(reference -> localEntries.remove("PayoutCaptured/" + reference));
        }
        replay(row, event);
        if (event instanceof WalletEvent.Moving moving && replays) {
            agree(row, moving.transfer().from());
            agree(row, moving.transfer().to());
        }
    }

    private void postTo(Row row, WalletEvent.Moving moving) {
        Transfer transfer = moving.transfer();
        add(transfer.from(), transfer.amount().negated());
        add(transfer.to(), transfer.amount());
        notOverdrawn(row, transfer.from());
        standsAsItSays(row, moving);
        if (moving instanceof WalletEvent.Captured captured) {
            captures++;
            passages.captured(captured.id(), new Leg(captured.payer(), captured.payee(), captured.amount()));
        } else if (moving instanceof WalletEvent.Credited credited) {
            credits++;
            passages.credited(credited.terms().id(), Leg.of(credited.terms()));
        } else {
            locals++;
            // A local entry needs no decision, but it may happen only once and touch clearing never.
            once(row, moving);
        }
    }

    /** The event itself says what it led to: whoever changed it afterwards, or left out one before it, is seen here. */
    private void standsAsItSays(Row row, WalletEvent.Moving moving) {
        @Nullable Standing standing = moving.standing();
        Transfer transfer = moving.transfer();
        LedgerAccount wallet = transfer.from() instanceof LedgerAccount.Wallet ? transfer.from() : transfer.to();
        if (standing == null || !(wallet instanceof LedgerAccount.Wallet)) {
            return;
        }
        long version = versions.merge(wallet, 1L, Long::sum);
        if (!standing.balance().equals(own(wallet)) || standing.version() != version) {
            breach(
                    "standing_differs",
                    row,
                    wallet.label() + " should stand at " + standing.balance() + " after its entry " + standing.version()
                            + ", and stands at " + own(wallet) + " after " + version);
        }
    }

    private void once(Row row, WalletEvent.Moving moving) {
        Transfer transfer = moving.transfer();
        if (!localEntries.add(moving.getClass().getSimpleName() + "/" + moving.reference())) {
            breach("local_entry_twice", row, moving.reference() + " was posted before");
        }
        if (transfer.from() == SystemAccount.CLEARING || transfer.to() == SystemAccount.CLEARING) {
            breach("clearing_without_decision", row, moving.reference() + " moves clearing by itself");
        }
    }

    private void notOverdrawn(Row row, LedgerAccount account) {
        if (account instanceof LedgerAccount.Wallet && own(account).isNegative()) {
            breach("wallet_overdrawn", row, account.label() + " has " + own(account));
        }
    }

    private void replay(Row row, Event event) {
        if (!replays) {
            return;
        }
        try {
            state = machine.apply(state, event);
        } catch (RuntimeException impossible) {
            replays = false;
            breach("replay_impossible", row, event.getClass().getSimpleName() + ": " + impossible.getMessage());
        }
    }

    private void agree(Row row, LedgerAccount account) {
        Money replayed = state.balanceOf(account);
        if (!replayed.equals(own(account))) {
            breach(
                    "balance_differs",
                    row,
                    account.label() + " is " + own(account) + " by its postings and " + replayed + " by its replay");
        }
    }

    private void add(LedgerAccount account, Money amount) {
        balances.merge(account, amount, Money::plus);
    }

    private Money own(LedgerAccount account) {
        return balances.getOrDefault(account, Money.ZERO);
    }

    /** What the slice adds up to. Zero, always. */
    Money total() {
        return balances.values().stream().reduce(Money.ZERO, Money::plus);
    }

    Money wallets() {
        Money sum = Money.ZERO;
        for (Map.Entry<LedgerAccount, Money> entry : balances.entrySet()) {
            sum = entry.getKey() instanceof LedgerAccount.Wallet ? sum.plus(entry.getValue()) : sum;
        }
        return sum;
    }

    Money stripe(SystemAccount account) {
        return own(account);
    }

    /** How far the two ways of adding up are apart, over all accounts; the machine's own total is one more of them. */
    Money difference(List<Violation> found) {
        Money apart = Money.ZERO;
        if (replays) {
            for (Map.Entry<LedgerAccount, Money> entry : balances.entrySet()) {
                Money difference = entry.getValue().minus(state.balanceOf(entry.getKey()));
                apart = apart.plus(difference.isNegative() ? difference.negated() : difference);
            }
            apart = state.total().isNegative() ? apart.minus(state.total()) : apart.plus(state.total());
            if (apart.isPositive()) {
                found.add(new Violation(
                        "balance_differs", slice.toString(), 0, "Replay and postings are " + apart + " apart"));
            }
        }
        return apart;
    }

    long captures() {
        return captures;
    }

    long credits() {
        return credits;
    }

    long locals() {
        return locals;
    }

    private void breach(String code, Row row, String detail) {
        broken.accept(new Violation(code, slice.toString(), row.position().sequence(), detail));
    }
}

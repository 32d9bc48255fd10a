package com.phonepay.testing;

import com.phonepay.directory.DirectoryEvent;
import com.phonepay.fraud.FraudEvent;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Row;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.WalletEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which events must have left the system, by the rows of the valid chain, and what merchants were posted. Written down
 * anew from the journal's events; nothing of the product that publishes is asked.
 */
public final class Commits {
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final Map<String, Money> sums = new TreeMap<>();
    private final Set<String> committed = new HashSet<>();
    private final Set<String> openWindows = new HashSet<>();

    /** The ids of the events of each topic. */
    public Map<String, Set<String>> ids() {
        return ids;
    }

    /** What was posted to the account by events of this kind; zero where nothing was. */
    public Money sum(String account, Class<? extends WalletEvent> kind) {
        return sums.getOrDefault(account + "/" + kind.getSimpleName(), Money.ZERO);
    }

    public void note(SliceAddress slice, Row row) {
        for (int index = 0; index < row.events().size(); index++) {
            Event event = row.events().get(index).event();
            for (String topic : topics(event)) {
                ids.computeIfAbsent(topic, any -> new TreeSet<>())
                        .add(slice + ":" + row.position().sequence() + ":" + index);
            }
            if (event instanceof WalletEvent.Moving moving) {
                sum(moving.transfer().from(), moving);
                sum(moving.transfer().to(), moving);
            }
        }
    }

    private void sum(LedgerAccount account, WalletEvent.Moving moving) {
        if (account instanceof LedgerAccount.Wallet wallet) {
            sums.merge(
                    wallet.id().value() + "/" + moving.getClass().getSimpleName(),
                    moving.transfer().amount(),
                    Money::plus);
        }
    }

    private Set<String> topics(Event event) {
        Set<String> topics = new TreeSet<>();
        if (event instanceof WalletEvent.Moving) {
            topics.add("wallet.ledger");
        }
        if (event instanceof WalletEvent ofWallet && changesAWindow(ofWallet)) {
            topics.add("settlement.batches");
        }
        if (event instanceof FraudEvent.AttemptScreened) {
            topics.add("fraud.screened");
        }
        if (event instanceof DirectoryEvent.RegistrationCompleted) {
            topics.add("account.profiles");
        }
        if (event instanceof TransactionEvent ofTransaction) {
            ending(ofTransaction, topics);
        }
        return topics;
    }

    private void ending(TransactionEvent event, Set<String> topics) {
        if (event instanceof TransactionEvent.Decided decided
                && decided.decision().commit()) {
            committed.add(decided.id().value());
        } else if (event instanceof TransactionEvent.Decided || event instanceof TransactionEvent.PresumedAborted) {
            topics.add("payment.failed");
        } else if (event instanceof TransactionEvent.Completed completed
                && committed.contains(completed.id().value())) {
            topics.add("payment.completed");
        }
    }

    private boolean changesAWindow(WalletEvent event) {
        if (event instanceof WalletEvent.WindowClosed closed) {
            return openWindows.add(closed.merchant() + "/" + closed.window());
        } else if (event instanceof WalletEvent.WindowSettled settled) {
            return openWindows.remove(settled.merchant() + "/" + settled.window());
        } else if (event instanceof WalletEvent.PayoutHeld held) {
            return openWindows.contains(
                    held.payout().merchant() + "/" + held.payout().window());
        } else if (event instanceof WalletEvent.PayoutCaptured paid) {
            return openWindows.remove(paid.merchant() + "/" + paid.window());
        } else if (event instanceof WalletEvent.PayoutReleased refused) {
            return openWindows.contains(refused.merchant() + "/" + refused.window());
        }
        return false;
    }
}

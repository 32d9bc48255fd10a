package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.wallet.AccountStatus;
import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.Transfer;
import com.phonepay.wallet.WalletEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All money as the effected rows tell it, added up by other means than the wallets' own. Amounts are paise. */
final class Ledger {
    private static final long INDIA_OFFSET_MS = 19_800_000L;
    private static final long DAY_MS = 86_400_000L;

    private final @Nullable Limits limits;
    private final Map<AccountId, Wallet> wallets = new HashMap<>();
    private final Map<TransactionId, WalletEvent.Held> holds = new HashMap<>();
    private final Map<TransactionId, Set<String>> everHeld = new HashMap<>();
    private final Set<TransactionId> everFreed = new HashSet<>();
    private final Set<TransactionId> refusedForFunds = new HashSet<>();
    private final Map<SliceAddress, Map<SystemAccount, Long>> stripes = new HashMap<>();
    private final Map<String, WalletEvent.Recharged> recharges = new HashMap<>();
    private final Map<String, Long> rechargeBalances = new HashMap<>();

    private static final class Wallet {
        long balance;
        long held;
        long postings;
        AccountStatus status = AccountStatus.ACTIVE;
        final Map<Long, Long> sumByDay = new HashMap<>();
        final Map<Long, Integer> countByDay = new HashMap<>();
    }

    /** @param limits the daily ones are watched; null where they are not */
    Ledger(@Nullable Limits limits) {
        this.limits = limits;
    }

    boolean knows(AccountId account) {
        return wallets.containsKey(account);
    }

    boolean isHeld(TransactionId id) {
        return holds.containsKey(id);
    }

    boolean isHeldUnder(Terms terms) {
        WalletEvent.@Nullable Held held = holds.get(terms.id());
        return held != null && held.terms().equals(terms);
    }

    boolean wasEverHeld(TransactionId id, String fingerprint) {
        return everHeld.getOrDefault(id, Set.of()).contains(fingerprint);
    }

    /** True where the payer's slice has ever released, captured or refused it. */
    boolean wasEverFreed(TransactionId id) {
        return everFreed.contains(id);
    }

    boolean couldPayNow(Terms terms) {
        @Nullable Wallet wallet = wallets.get(terms.payer());
        return refusedForFunds.contains(terms.id())
                && wallet != null
                && wallet.balance - wallet.held >= terms.amount().paise();
    }

    int holds() {
        return holds.size();
    }

    AccountStatus status(AccountId account) {
        @Nullable Wallet wallet = wallets.get(account);
        return wallet == null ? AccountStatus.CLOSED : wallet.status;
    }

    WalletEvent.@Nullable Recharged recharge(String entryId) {
        return recharges.get(entryId);
    }

    long balanceAfter(String entryId) {
        return rechargeBalances.getOrDefault(entryId, -1L);
    }

    long stripe(SliceAddress slice, SystemAccount account) {
        return stripes.getOrDefault(slice, Map.of()).getOrDefault(account, 0L);
    }

    Money balance(AccountId account) {
        return Money.ofPaise(wallet(account).balance);
    }

    Money held(AccountId account) {
        return Money.ofPaise(wallet(account).held);
    }

    Set<AccountId> accounts() {
        return wallets.keySet();
    }

    long clearing() {
        long sum = 0;
        for (Map<SystemAccount, Long> slice : stripes.values()) {
            sum += slice.getOrDefault(SystemAccount.CLEARING, 0L);
        }
        return sum;
    }

    void apply(SliceAddress slice, WalletEvent event) {
        if (event instanceof WalletEvent.AccountOpened opened) {
            Violation.unless(wallets.put(opened.account(), new Wallet()) == null, "OPENED_TWICE", event);
        } else if (event instanceof WalletEvent.Held held) {
            hold(held);
        } else if (event instanceof WalletEvent.HoldRefused refused) {
            everFreed.add(refused.terms().id());
            if (refused.refusal().code().equals("insufficient_balance")) {
                refusedForFunds.add(refused.terms().id());
            }
        } else if (event instanceof WalletEvent.Released released) {
            free(released.id());
        } else if (event instanceof WalletEvent.StatusChanged changed) {
            wallet(changed.account()).status = changed.status();
        } else if (event instanceof WalletEvent.PayoutHeld held) {
            hold(held.payout().merchant(), held.payout().amount().paise(), held);
        } else if (event instanceof WalletEvent.PayoutReleased released) {
            wallet(released.merchant()).held -= released.amount().paise();
        } else if (event instanceof WalletEvent.PayoutCaptured captured) {
            wallet(captured.merchant()).held -= captured.amount().paise();
        } else if (event instanceof WalletEvent.TransactionForgotten forgotten) {
            boolean holds = forgotten.role() == Role.PAYER && isHeld(forgotten.id());
            Violation.unless(!holds, "FORGOT_A_HOLD", event);
        }
        if (event instanceof WalletEvent.Captured captured) {
            capture(captured);
        }
        if (event instanceof WalletEvent.Moving moving) {
            move(slice, moving.transfer());
            checkStanding(moving);
        }
        if (event instanceof WalletEvent.Recharged recharged) {
            Violation.unless(recharges.put(recharged.reference(), recharged) == null, "RECHARGED_TWICE", recharged);
            rechargeBalances.put(recharged.reference(), wallet(recharged.account()).balance);
        }
    }

    private void hold(WalletEvent.Held held) {
        Terms terms = held.terms();
        Violation.unless(holds.put(terms.id(), held) == null, "HELD_TWICE", held);
        everHeld.computeIfAbsent(terms.id(), id -> new HashSet<>()).add(terms.fingerprint());
        hold(terms.payer(), terms.amount().paise(), held);
    }

    private void hold(AccountId account, long paise, WalletEvent held) {
        Wallet payer = wallet(account);
        payer.held += paise;
        Violation.unless(payer.held <= payer.balance, "HELD_MORE_THAN_THERE_IS", held);
    }

    private void free(TransactionId id) {
        everFreed.add(id);
        WalletEvent.@Nullable Held held = holds.remove(id);
        if (held != null) {
            wallet(held.terms().payer()).held -= held.terms().amount().paise();
        }
    }

    private void capture(WalletEvent.Captured captured) {
        WalletEvent.@Nullable Held held = holds.get(captured.id());
        Violation.unless(
                held != null && held.terms().amount().equals(captured.amount()), "CAPTURE_WITHOUT_HOLD", captured);
        free(captured.id());
        if (limits != null && captured.original() == null) {
            countAgainstTheDay(Invariant.present(held), limits);
        }
    }

    /** What leaves a wallet counts against the day on which it was held, by the wall and not by the event's word. */
    private void countAgainstTheDay(WalletEvent.Held held, Limits daily) {
        long day = Math.floorDiv(held.at() + INDIA_OFFSET_MS, DAY_MS);
        Wallet payer = wallet(held.terms().payer());
        long sum = payer.sumByDay.merge(day, held.terms().amount().paise(), Long::sum);
        int count = payer.countByDay.merge(day, 1, Integer::sum);
        boolean within = sum <= daily.dayMax().paise() && count <= daily.countPerDay();
        Violation.unless(within, "DAILY_LIMIT_EXCEEDED", held);
    }

    /** Whoever reads the journal believes the balance that an event tells. */
    private void checkStanding(WalletEvent.Moving moving) {
        Transfer transfer = moving.transfer();
        LedgerAccount posted = transfer.to() instanceof LedgerAccount.Wallet ? transfer.to() : transfer.from();
        if (posted instanceof LedgerAccount.Wallet of) {
            Wallet wallet = wallet(of.id());
            wallet.postings++;
            Standing standing = new Standing(Money.ofPaise(wallet.balance), wallet.postings);
            Violation.unless(standing.equals(moving.standing()), "EVENT_TELLS_ANOTHER_BALANCE", moving);
        }
    }

    private void move(SliceAddress slice, Transfer transfer) {
        add(slice, transfer.from(), -transfer.amount().paise());
        add(slice, transfer.to(), transfer.amount().paise());
    }

    private void add(SliceAddress slice, LedgerAccount account, long paise) {
        if (account instanceof SystemAccount system) {
            stripes.computeIfAbsent(slice, any -> new EnumMap<>(SystemAccount.class))
                    .merge(system, paise, Long::sum);
            return;
        }
        AccountId id = ((LedgerAccount.Wallet) account).id();
        Violation.unless(Product.SLICES.wallets(id).equals(slice), "POSTED_IN_THE_WRONG_SLICE", id);
        Wallet wallet = wallet(id);
        wallet.balance += paise;
        Violation.unless(wallet.balance >= wallet.held, "WALLET_OVERDRAWN", id);
    }

    private Wallet wallet(AccountId account) {
        @Nullable Wallet wallet = wallets.get(account);
        Violation.unless(wallet != null, "NO_SUCH_WALLET", account);
        return Invariant.present(wallet);
    }
}

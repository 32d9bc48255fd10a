package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one account asks of its own slice alone: opening, recharging, its balance, its statement, its status. */
final class Counter {
    private final Slices slices;
    private final Limits limits;

    Counter(Slices slices, Limits limits) {
        this.slices = slices;
        this.limits = limits;
    }

    Outcome open(WalletState state, OpenWallet open, long now) {
        Effect opened = Effect.send(
                slices.directory(open.replyToAlias()), new WalletOpened(open.account(), open.replyToAlias()));
        if (state.accounts().containsKey(open.account())) {
            return Outcome.effects(opened);
        }
        List<Event> events = new ArrayList<>();
        events.add(new WalletEvent.AccountOpened(open.account(), now, open.merchant()));
        if (open.bonus().isPositive()) {
            events.add(new WalletEvent.BonusPosted(
                    "bonus-" + open.account(), open.account(), open.bonus(), now, new Standing(open.bonus(), 1)));
        }
        return Outcome.of(events, List.of(opened));
    }

    Outcome recharge(WalletState state, Recharge recharge, Caller caller, long now) {
        @Nullable LocalEntry known = state.localEntries().getOrElse(recharge.entryId(), null);
        if (known != null) {
            return Outcome.effects(Effect.reply(
                    caller,
                    known.fingerprint().equals(recharge.fingerprint())
                            ? new RechargeAnswer(known.reference(), known.balanceAfter(), true)
                            : WalletRejections.KEY_REUSED));
        }
        @Nullable Rejection refusal = refuse(state, recharge);
        if (refusal != null) {
            return Outcome.effects(Effect.reply(caller, refusal));
        }
        Standing after =
                Standing.after(Ledger.account(state, recharge.account()), Entry.Type.CREDIT, recharge.amount());
        return Outcome.of(
                new WalletEvent.Recharged(
                        recharge.entryId(), recharge.fingerprint(), recharge.account(), recharge.amount(), now, after),
                Effect.reply(caller, new RechargeAnswer(recharge.entryId(), after.balance(), false)));
    }

    private @Nullable Rejection refuse(WalletState state, Recharge recharge) {
        @Nullable Account account = state.accounts().getOrElse(recharge.account(), null);
        if (account == null) {
            return WalletRejections.ACCOUNT_NOT_FOUND;
        }
        if (account.status() != AccountStatus.ACTIVE) {
            return account.status() == AccountStatus.FROZEN
                    ? WalletRejections.ACCOUNT_FROZEN
                    : WalletRejections.ACCOUNT_CLOSED;
        }
        if (recharge.amount().exceeds(limits.rechargeMax())) {
            return overLimit("A recharge may be at most", limits.rechargeMax());
        }
        boolean tooFull = recharge.amount().exceeds(limits.balanceMax().minus(account.balance()));
        return tooFull ? overLimit("A wallet may hold at most", limits.balanceMax()) : null;
    }

    private static Rejection overLimit(String what, Money limit) {
        return new Rejection(
                "amount_over_limit",
                Rejection.Kind.INVALID,
                what + " " + limit.toRupees() + " rupees.",
                Map.of("limit", limit.toRupees()));
    }

    Outcome changeStatus(WalletState state, ChangeStatus change, Caller caller, long now) {
        @Nullable Account account = state.accounts().getOrElse(change.account(), null);
        if (account == null) {
            return Outcome.effects(Effect.reply(caller, WalletRejections.ACCOUNT_NOT_FOUND));
        }
        if (account.status() == change.status()) {
            return Outcome.effects(Effect.reply(caller, account.view()));
        }
        if (account.status() == AccountStatus.CLOSED) {
            return Outcome.effects(Effect.reply(caller, WalletRejections.ACCOUNT_CLOSED));
        }
        if (change.status() == AccountStatus.CLOSED && account.balance().isPositive()) {
            return Outcome.effects(Effect.reply(caller, WalletRejections.ACCOUNT_NOT_EMPTY));
        }
        return Outcome.of(
                new WalletEvent.StatusChanged(change.account(), change.status(), change.reason(), now),
                Effect.reply(caller, account.with(change.status()).view()));
    }

    Outcome balance(WalletState state, AccountId id, Caller caller) {
        @Nullable Account account = state.accounts().getOrElse(id, null);
        return Outcome.effects(
                Effect.reply(caller, account == null ? WalletRejections.ACCOUNT_NOT_FOUND : account.view()));
    }

    Outcome entries(WalletState state, AccountId id, Caller caller) {
        @Nullable Account account = state.accounts().getOrElse(id, null);
        return Outcome.effects(Effect.reply(
                caller,
                account == null
                        ? WalletRejections.ACCOUNT_NOT_FOUND
                        : new EntriesView(account.entries().asJava())));
    }
}

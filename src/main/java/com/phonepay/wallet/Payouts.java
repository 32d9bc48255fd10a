package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.wallet.WalletEvent.PayoutCaptured;
import com.phonepay.wallet.WalletEvent.PayoutHeld;
import com.phonepay.wallet.WalletEvent.PayoutReleased;
import com.phonepay.wallet.WalletEvent.PayoutsForgotten;
import com.phonepay.wallet.WalletEvent.WindowSettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Payouts: held first, then paid by the bank outside, captured when it confirms, and released only when it refuses for
 * good. No clock ever ends one: while the bank is silent it stays SETTLING.
 */
final class Payouts {
    private static final int PER_TICK_MAX = 100;

    Outcome request(WalletState state, RequestPayout request, Caller caller, long now) {
        @Nullable Payout known = state.book().payout(request.reference());
        if (known != null) {
            boolean same = known.fingerprint().equals(request.fingerprint());
            return tell(caller, same ? new PayoutAnswer(known, true) : WalletRejections.KEY_REUSED);
        }
        @Nullable Merchant merchant = state.book().merchant(request.merchant());
        if (merchant == null) {
            return tell(caller, WalletRejections.MERCHANT_NOT_FOUND);
        }
        Account account = Ledger.account(state, request.merchant());
        if (account.status() != AccountStatus.ACTIVE) {
            boolean frozen = account.status() == AccountStatus.FROZEN;
            return tell(caller, frozen ? WalletRejections.ACCOUNT_FROZEN : WalletRejections.ACCOUNT_CLOSED);
        }
        Money most = least(merchant.payable(), account.available());
        Money amount = request.amount() == null ? most : request.amount();
        if (!amount.isPositive() || amount.exceeds(most)) {
            return tell(caller, insufficient(most, amount));
        }
        Payout payout = Payout.held(request.reference(), request.fingerprint(), merchant.id(), amount, 0, now);
        return Outcome.of(new PayoutHeld(payout), Effect.reply(caller, new PayoutAnswer(payout, false)));
    }

    private static Rejection insufficient(Money most, Money amount) {
        return new Rejection(
                "insufficient_settled_funds",
                Rejection.Kind.DECLINED,
                "At the moment " + most.toRupees() + " settled rupees may be paid out.",
                Map.of("available", most.toRupees(), "requested", amount.toRupees()));
    }

    Outcome confirm(WalletState state, ConfirmPayout confirm, Caller caller, long now) {
        @Nullable Payout known = state.book().payout(confirm.reference());
        if (known == null || !known.merchant().equals(confirm.merchant())) {
            return tell(caller, WalletRejections.PAYOUT_NOT_FOUND);
        }
        if (known.isOpen()) {
            Standing after = Standing.after(Ledger.account(state, known.merchant()), Entry.Type.DEBIT, known.amount());
            return Outcome.of(
                    new PayoutCaptured(
                            known.reference(),
                            known.merchant(),
                            known.amount(),
                            known.window(),
                            confirm.bankReference(),
                            now,
                            after),
                    Effect.reply(caller, new PayoutAnswer(known.paid(confirm.bankReference(), now), false)));
        }
        return again(known, known.status() == PayoutStatus.SETTLED, "payout_confirmed_after_refusal", caller);
    }

    Outcome refuse(WalletState state, RefusePayout refuse, Caller caller, long now) {
        @Nullable Payout known = state.book().payout(refuse.reference());
        if (known == null || !known.merchant().equals(refuse.merchant())) {
            return tell(caller, WalletRejections.PAYOUT_NOT_FOUND);
        }
        if (known.isOpen()) {
            return Outcome.of(
                    new PayoutReleased(
                            known.reference(), known.merchant(), known.amount(), known.window(), refuse.reason(), now),
                    Effect.reply(caller, new PayoutAnswer(known.refused(refuse.reason(), now), false)));
        }
        return again(known, known.status() == PayoutStatus.FAILED, "payout_refused_after_confirmation", caller);
    }

    /** A bank that takes its last word back moves nothing here; somebody has to look at it. */
    private static Outcome again(Payout known, boolean same, String alarm, Caller caller) {
        Effect answer = Effect.reply(caller, new PayoutAnswer(known, true));
        return same
                ? Outcome.effects(answer)
                : Outcome.effects(answer, new Effect.Alarm(alarm, "Nothing was applied for " + known.reference()));
    }

    OpenPayouts open(WalletState state, int limit) {
        List<Payout> oldest = state.book()
                .open()
                .iterator()
                .take(limit)
                .map(timed -> Invariant.present(state.book().payout(timed.id())))
                .toJavaList();
        return new OpenPayouts(state.book().open().size(), List.copyOf(oldest));
    }

    /** Of each merchant the oldest window that waits; the next one follows with the next tick. */
    Outcome settleWindows(WalletState state, long now) {
        List<Event> events = new ArrayList<>();
        for (var id : state.book().unsettled()) {
            if (events.size() >= PER_TICK_MAX) {
                break;
            }
            @Nullable Event event = settle(state, Invariant.present(state.book().merchant(id)), now);
            if (event != null) {
                events.add(event);
            }
        }
        return Outcome.of(events, List.of());
    }

    /** A window is settled with what is payable beyond the nets of the windows behind it, as far as it is there now. */
    private static @Nullable Event settle(WalletState state, Merchant merchant, long now) {
        Account account = Ledger.account(state, merchant.id());
        if (account.status() != AccountStatus.ACTIVE) {
            return null;
        }
        List<SettlementWindow> waiting = merchant.unsettled();
        Money share = merchant.payable();
        for (SettlementWindow later : waiting.subList(1, waiting.size())) {
            share = share.minus(later.charges().net());
        }
        SettlementWindow window = waiting.get(0);
        if (!share.isPositive()) {
            return new WindowSettled(merchant.id(), window.number(), now);
        }
        Money amount = least(share, account.available());
        return amount.isPositive()
                ? new PayoutHeld(Payout.held("P-" + window.id(), "", merchant.id(), amount, window.number(), now))
                : null;
    }

    Outcome forget(WalletState state, long keptMs, long now) {
        List<String> old = state.book()
                .ended()
                .takeWhile(payout -> payout.at() + keptMs <= now)
                .take(PER_TICK_MAX)
                .toList()
                .map(WalletState.Timed::id)
                .asJava();
        return old.isEmpty() ? Outcome.nothing() : Outcome.lazily(new PayoutsForgotten(List.copyOf(old)));
    }

    private static Money least(Money one, Money other) {
        return one.exceeds(other) ? other : one;
    }

    private static Outcome tell(Caller caller, Answer answer) {
        return Outcome.effects(Effect.reply(caller, answer));
    }
}

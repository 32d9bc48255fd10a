package com.phonepay.wallet;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import org.jspecify.annotations.Nullable;

/** Hold, capture and release: the payer's side of a transaction. A vote, yes or no, is durable and never changes. */
final class PayerSide {
    private final Slices slices;
    private final Limits limits;

    PayerSide(Slices slices, Limits limits) {
        this.slices = slices;
        this.limits = limits;
    }

    Outcome hold(WalletState state, Terms terms, long now) {
        @Nullable Debit known = state.debits().getOrElse(terms.id(), null);
        if (known != null) {
            return Outcome.effects(answer(known, terms));
        }
        @Nullable Rejection refusal = refuse(state, terms, now);
        if (refusal != null) {
            return Outcome.of(new WalletEvent.HoldRefused(terms, refusal), vote(Vote.no(terms, Role.PAYER, refusal)));
        }
        boolean inFirstDay = Limits.isFirstDay(Ledger.account(state, terms.payer()), now);
        return Outcome.of(
                new WalletEvent.Held(terms, Limits.dayOf(now), inFirstDay, now), vote(Vote.yes(terms, Role.PAYER)));
    }

    private Effect answer(Debit known, Terms asked) {
        if (known.terms() == null) {
            return vote(Vote.no(asked, Role.PAYER, WalletRejections.ABORTED));
        }
        if (!known.isUnder(asked)) {
            return vote(Vote.no(asked, Role.PAYER, WalletRejections.KEY_REUSED));
        }
        return switch (known.state()) {
            case HELD, CAPTURED -> vote(Vote.yes(asked, Role.PAYER));
            case RELEASED -> vote(Vote.no(asked, Role.PAYER, WalletRejections.ABORTED));
            case REFUSED -> vote(Vote.no(asked, Role.PAYER, present(known.refusal())));
        };
    }

    private static Rejection present(@Nullable Rejection refusal) {
        return refusal == null ? WalletRejections.ABORTED : refusal;
    }

    private @Nullable Rejection refuse(WalletState state, Terms terms, long now) {
        Money amount = terms.amount();
        if (terms.payer().equals(terms.payee())) {
            return WalletRejections.SELF_PAYMENT;
        }
        @Nullable Account payer = state.accounts().getOrElse(terms.payer(), null);
        if (payer == null) {
            return WalletRejections.ACCOUNT_NOT_FOUND;
        }
        if (payer.status() != AccountStatus.ACTIVE) {
            return payer.status() == AccountStatus.FROZEN
                    ? WalletRejections.ACCOUNT_FROZEN
                    : WalletRejections.ACCOUNT_CLOSED;
        }
        if (terms.isRefund()) {
            return amount.exceeds(payer.available()) ? WalletRejections.INSUFFICIENT_BALANCE : null;
        }
        @Nullable Rejection overAmount = limits.refuseAmount(amount);
        if (overAmount != null) {
            return overAmount;
        }
        return amount.exceeds(payer.available())
                ? WalletRejections.INSUFFICIENT_BALANCE
                : limits.refuseUsage(payer, amount, now);
    }

    Outcome capture(WalletState state, Terms terms, long now) {
        @Nullable Debit known = state.debits().getOrElse(terms.id(), null);
        if (known == null || !known.isUnder(terms)) {
            return neverApplied("capture_without_hold", terms.id());
        }
        Effect applied = applied(terms.id(), Applied.Step.CAPTURED);
        return switch (known.state()) {
            case HELD ->
                Outcome.of(
                        new WalletEvent.Captured(
                                terms.id(),
                                terms.payer(),
                                terms.payee(),
                                terms.amount(),
                                now,
                                Standing.after(Ledger.account(state, terms.payer()), Entry.Type.DEBIT, terms.amount()),
                                state.windowOf(terms.payer()),
                                terms.original()),
                        applied);
            case CAPTURED -> Outcome.effects(applied);
            case REFUSED, RELEASED -> neverApplied("capture_without_hold", terms.id());
        };
    }

    /** Frees whatever is held, matched by the id alone: an id has one decision. */
    Outcome release(WalletState state, TransactionId id) {
        @Nullable Debit known = state.debits().getOrElse(id, null);
        Effect applied = applied(id, Applied.Step.RELEASED);
        boolean changes = known == null || known.state() == Debit.State.HELD;
        return changes ? Outcome.of(new WalletEvent.Released(id), applied) : Outcome.effects(applied);
    }

    private static Outcome neverApplied(String code, TransactionId id) {
        return Outcome.effects(new Effect.Alarm(code, "Nothing was applied for " + id));
    }

    private Effect vote(Vote vote) {
        return Effect.send(slices.transactions(vote.id()), vote);
    }

    private Effect applied(TransactionId id, Applied.Step step) {
        return Effect.send(slices.transactions(id), new Applied(id, step));
    }
}

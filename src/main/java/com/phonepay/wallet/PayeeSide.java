package com.phonepay.wallet;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import org.jspecify.annotations.Nullable;

/** The payee's side: a read-only vote, and a credit that is never refused afterwards. */
final class PayeeSide {
    private final Slices slices;

    PayeeSide(Slices slices) {
        this.slices = slices;
    }

    Outcome canReceive(WalletState state, Terms terms) {
        @Nullable Rejection refusal = refuse(state, terms);
        Vote vote = refusal == null ? Vote.yes(terms, Role.PAYEE) : Vote.no(terms, Role.PAYEE, refusal);
        return Outcome.effects(Effect.send(slices.transactions(terms.id()), vote));
    }

    private static @Nullable Rejection refuse(WalletState state, Terms terms) {
        if (terms.payer().equals(terms.payee())) {
            return WalletRejections.SELF_PAYMENT;
        }
        @Nullable Account payee = state.accounts().getOrElse(terms.payee(), null);
        if (payee == null) {
            return WalletRejections.PAYEE_NOT_FOUND;
        }
        return payee.status() == AccountStatus.ACTIVE ? null : WalletRejections.PAYEE_CANNOT_RECEIVE;
    }

    Outcome credit(WalletState state, Terms terms, long now) {
        boolean toMerchant = state.book().merchant(terms.payee()) != null;
        Effect applied = Effect.send(
                slices.transactions(terms.id()), new Applied(terms.id(), Applied.Step.CREDITED, toMerchant));
        @Nullable Terms known = state.credits().getOrElse(terms.id(), null);
        if (known != null && !known.matches(terms)) {
            return Outcome.effects(
                    new Effect.Alarm("credit_under_other_terms", "Nothing was applied for " + terms.id()));
        }
        if (known != null) {
            return Outcome.effects(applied);
        }
        return Outcome.of(credited(state, terms, now), applied);
    }

    private static WalletEvent.Credited credited(WalletState state, Terms terms, long now) {
        @Nullable Account payee = state.accounts().getOrElse(terms.payee(), null);
        boolean toSuspense = payee == null || payee.status() == AccountStatus.CLOSED;
        Standing standing = toSuspense ? null : Standing.after(payee, Entry.Type.CREDIT, terms.amount());
        Long window = toSuspense ? null : state.windowOf(terms.payee());
        return new WalletEvent.Credited(terms, toSuspense, now, standing, window);
    }
}

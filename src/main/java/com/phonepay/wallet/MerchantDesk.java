package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Outcome;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What owners, the coordinator and the settlement worker ask about merchants. */
final class MerchantDesk {
    private final Closing closing = new Closing();
    private final Payouts payouts = new Payouts();

    /** Nothing where the message is not about merchants. */
    @Nullable
    Outcome decide(WalletState state, Message message, Caller caller, long now) {
        if (message instanceof CloseWindows close) {
            return closing.closeAll(state, close, caller, now);
        } else if (message instanceof CloseWindow close) {
            return closing.close(state, close, caller, now);
        } else if (message instanceof RequestPayout request) {
            return payouts.request(state, request, caller, now);
        } else if (message instanceof ConfirmPayout confirm) {
            return payouts.confirm(state, confirm, caller, now);
        } else if (message instanceof RefusePayout refuse) {
            return payouts.refuse(state, refuse, caller, now);
        } else if (message instanceof QueryPayouts query) {
            return tell(caller, payouts.open(state, query.limit()));
        } else if (message instanceof QueryMerchant query) {
            @Nullable Merchant merchant = state.book().merchant(query.merchant());
            return tell(caller, merchant == null ? WalletRejections.MERCHANT_NOT_FOUND : view(state, merchant));
        } else if (message instanceof QueryMerchants query) {
            return tell(caller, owned(state, query.owner()));
        }
        return null;
    }

    Outcome tick(WalletState state, WalletRules rules, long now) {
        return payouts.settleWindows(state, now).and(payouts.forget(state, rules.localEntryKeptMs(), now));
    }

    private static Outcome tell(Caller caller, Answer answer) {
        return Outcome.effects(Effect.reply(caller, answer));
    }

    static MerchantView view(WalletState state, Merchant merchant) {
        List<Payout> payouts = state.book()
                .payouts()
                .values()
                .filter(payout -> payout.merchant().equals(merchant.id()))
                .sorted(Comparator.comparingLong(Payout::requestedAt)
                        .thenComparing(Payout::reference)
                        .reversed())
                .asJava();
        return new MerchantView(merchant, Ledger.account(state, merchant.id()).view(), List.copyOf(payouts));
    }

    private static MerchantsView owned(WalletState state, AccountId owner) {
        List<MerchantView> merchants = state.book()
                .merchants()
                .values()
                .filter(merchant -> merchant.profile().owner().equals(owner))
                .sorted(Comparator.comparing(merchant -> merchant.id().value()))
                .map(merchant -> view(state, merchant))
                .asJava();
        return new MerchantsView(List.copyOf(merchants));
    }
}

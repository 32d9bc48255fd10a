package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.wallet.WalletEvent.FeeCharged;
import com.phonepay.wallet.WalletEvent.TaxCharged;
import com.phonepay.wallet.WalletEvent.WindowClosed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes windows. A window is closed by an event among the credits and refunds of its slice, so their order alone says
 * what is in it; its fee and its tax are posted with the same decision.
 */
final class Closing {

    Outcome closeAll(WalletState state, CloseWindows close, Caller caller, long now) {
        List<Event> events = new ArrayList<>();
        int closed = 0;
        int left = 0;
        for (Merchant merchant : state.book().merchants().values()) {
            if (!isDue(merchant, close.cutOff())) {
                continue;
            }
            boolean possible = closed < close.limit() && canBeCharged(state, merchant);
            if (possible) {
                events.addAll(close(state, merchant, close.cutOff(), now));
                closed++;
            } else {
                left++;
            }
        }
        return Outcome.of(events, List.of(Effect.reply(caller, new WindowsClosed(closed, left))));
    }

    Outcome close(WalletState state, CloseWindow close, Caller caller, long now) {
        @Nullable Merchant merchant = state.book().merchant(close.merchant());
        if (merchant == null) {
            return tell(caller, WalletRejections.MERCHANT_NOT_FOUND);
        }
        if (!isDue(merchant, close.cutOff())) {
            return tell(caller, MerchantDesk.view(state, merchant));
        }
        if (!canBeCharged(state, merchant)) {
            return tell(caller, WalletRejections.WINDOW_BUSY);
        }
        List<Event> events = close(state, merchant, close.cutOff(), now);
        WalletState after = state;
        for (Event event : events) {
            after = WalletReplay.apply(after, (WalletEvent) event);
        }
        MerchantView view =
                MerchantDesk.view(after, Invariant.present(after.book().merchant(merchant.id())));
        return Outcome.of(events, List.of(Effect.reply(caller, view)));
    }

    private static Outcome tell(Caller caller, Answer answer) {
        return Outcome.effects(Effect.reply(caller, answer));
    }

    private static boolean isDue(Merchant merchant, long cutOff) {
        return merchant.open().openedAt() < cutOff && !merchant.open().isEmpty();
    }

    /** Short only while refunds are held: when they have ended, what is left of the window covers its charges. */
    private static boolean canBeCharged(WalletState state, Merchant merchant) {
        Money available = Ledger.account(state, merchant.id()).available();
        return !merchant.open().charges().sum().exceeds(available);
    }

    /** The next window counts as opened at the cut-off at least, so that no clock closes it for the same one. */
    private static List<Event> close(WalletState state, Merchant merchant, long cutOff, long now) {
        SettlementWindow open = merchant.open();
        Charges charges = open.charges();
        List<Event> events = new ArrayList<>();
        events.add(new WindowClosed(
                merchant.id(),
                open.number(),
                open.openedAt(),
                open.gross(),
                open.refunds(),
                open.paymentCount(),
                open.refundCount(),
                charges.fee(),
                charges.tax(),
                charges.net(),
                Math.max(now, cutOff),
                now));
        AccountId id = merchant.id();
        Standing standing = Standing.of(Ledger.account(state, id));
        if (charges.fee().isPositive()) {
            standing = standing.less(charges.fee());
            events.add(new FeeCharged(id, open.number(), charges.fee(), now, standing));
        }
        if (charges.tax().isPositive()) {
            events.add(new TaxCharged(id, open.number(), charges.tax(), now, standing.less(charges.tax())));
        }
        return events;
    }
}

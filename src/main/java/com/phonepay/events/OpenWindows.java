package com.phonepay.events;

import com.phonepay.kernel.AccountId;
import com.phonepay.slice.Position;
import com.phonepay.wallet.SettlementWindow;
import com.phonepay.wallet.WalletEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settlement windows of one slice that are closed and not settled: what comes later does not repeat their sums. */
final class OpenWindows {
    private final Map<String, Open> open = new LinkedHashMap<>();

    private record Open(WalletEvent.WindowClosed closed, Position before) {}

    /** The position after which everything that is still open was closed; empty where nothing is. */
    Optional<Position> oldest() {
        return open.values().stream().findFirst().map(Open::before);
    }

    /** Notes the event; returns the window's state where the event changed it. */
    Optional<SettlementChanged> note(WalletEvent event, Position before) {
        if (event instanceof WalletEvent.WindowClosed closed) {
            open.put(SettlementWindow.id(closed.merchant(), closed.window()), new Open(closed, before));
            return Optional.of(changed(closed, SettlementChanged.Status.CLOSED, null, null));
        } else if (event instanceof WalletEvent.WindowSettled settled) {
            return ended(settled.merchant(), settled.window(), settled.at(), null);
        } else if (event instanceof WalletEvent.PayoutHeld held) {
            return known(held.payout().merchant(), held.payout().window())
                    .map(closed -> changed(
                            closed,
                            SettlementChanged.Status.SETTLING,
                            null,
                            held.payout().reference()));
        } else if (event instanceof WalletEvent.PayoutCaptured paid) {
            return ended(paid.merchant(), paid.window(), paid.at(), paid.reference());
        } else if (event instanceof WalletEvent.PayoutReleased refused) {
            return known(refused.merchant(), refused.window())
                    .map(closed -> changed(closed, SettlementChanged.Status.FAILED, null, refused.reference()));
        }
        return Optional.empty();
    }

    private Optional<WalletEvent.WindowClosed> known(AccountId merchant, long window) {
        return Optional.ofNullable(open.get(SettlementWindow.id(merchant, window)))
                .map(Open::closed);
    }

    private Optional<SettlementChanged> ended(AccountId merchant, long window, long at, @Nullable String reference) {
        return Optional.ofNullable(open.remove(SettlementWindow.id(merchant, window)))
                .map(known -> changed(known.closed(), SettlementChanged.Status.SETTLED, at, reference));
    }

    private static SettlementChanged changed(
            WalletEvent.WindowClosed closed,
            SettlementChanged.Status status,
            @Nullable Long settledAt,
            @Nullable String reference) {
        return new SettlementChanged(
                closed.merchant().value(),
                SettlementWindow.id(closed.merchant(), closed.window()),
                status,
                closed.gross(),
                closed.refunds(),
                closed.fee(),
                closed.tax(),
                closed.net(),
                closed.paymentCount(),
                closed.openedAt(),
                closed.at(),
                settledAt,
                reference);
    }
}

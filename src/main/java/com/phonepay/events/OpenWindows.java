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
            return Optional.of(closed(closed, before));
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
            return ended(refused.merchant(), refused.window(), null, refused.reference());
        }
        return Optional.empty();
    }

    /** Where refunds outweigh payments nothing will be paid out: nothing more is heard of such a window. */
    private SettlementChanged closed(WalletEvent.WindowClosed closed, Position before) {
        if (!closed.net().isPositive()) {
            return changed(closed, SettlementChanged.Status.SETTLED, closed.at(), null);
        }
        open.put(SettlementWindow.id(closed.merchant(), closed.window()), new Open(closed, before));
        return changed(closed, SettlementChanged.Status.CLOSED, null, null);
    }

    private Optional<WalletEvent.WindowClosed> known(AccountId merchant, long window) {
        return Optional.ofNullable(open.get(SettlementWindow.id(merchant, window)))
                .map(Open::closed);
    }

    /** Settled at a time, or failed: what a bank has refused is paid with a later window. */
    private Optional<SettlementChanged> ended(
            AccountId merchant, long window, @Nullable Long settledAt, @Nullable String reference) {
        SettlementChanged.Status end =
                settledAt == null ? SettlementChanged.Status.FAILED : SettlementChanged.Status.SETTLED;
        return Optional.ofNullable(open.remove(SettlementWindow.id(merchant, window)))
                .map(known -> changed(known.closed(), end, settledAt, reference));
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

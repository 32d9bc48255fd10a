package com.phonepay.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.Rows;
import com.phonepay.events.SliceAnnouncer;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Terms;
import com.phonepay.wallet.CloseWindow;
import com.phonepay.wallet.ConfirmPayout;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.OpenPayouts;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.QueryPayouts;
import com.phonepay.wallet.RefusePayout;
import com.phonepay.wallet.SettlementWindow;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.phonepay.wallet.WalletState;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A shop takes in, gives back, closes windows and is paid or not, at random: each document is its window. */
final class SettlementDocumentsTest {
    private static final SliceAddress SLICE = new SliceAddress(SliceType.WALLETS, 0);
    private static final AccountId SHOP = new AccountId("shop");
    private static final AccountId PAYER = new AccountId("payer");

    private final WalletMachine machine = new WalletMachine(new Slices(1), WalletRules.standard(Limits.upi()));
    private final SliceAnnouncer announcer = new SliceAnnouncer(SLICE);
    private final Map<String, ViewDocument> documents = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private WalletState state = machine.empty();
    private long now = Rows.NOON;
    private long rows;
    private int transactions;
    private Outcome last = Outcome.nothing();

    @Test
    void areWhatTheSliceKeepsOfEachWindow() {
        Random random = new Random(20261125);
        MerchantProfile profile =
                new MerchantProfile(new AccountId("owner"), "Shop", "shop@example.com", new FeePlan(200, 1_800));
        tell(new OpenWallet(SHOP, Money.ZERO, "id:shop", profile));
        for (int step = 0; step < 3_000; step++) {
            now += 1 + random.nextInt(5_000);
            act(random);
            compare();
        }
        assertThat(seen.keySet()).contains("CLOSED", "SETTLING", "SETTLED", "FAILED", "SETTLED in the red");
    }

    private void act(Random random) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> tell(new Credit(terms(PAYER, SHOP, random)));
            case 3, 4 -> {
                Terms refund = terms(SHOP, PAYER, random);
                tell(new Hold(refund, 1));
                if (last.events().stream().anyMatch(com.phonepay.wallet.WalletEvent.Held.class::isInstance)) {
                    tell(new Capture(refund));
                }
            }
            case 5, 6 -> tell(new CloseWindow(SHOP, now));
            case 7 -> tell(new Tick());
            default -> {
                for (Payout payout : ((OpenPayouts) answer(new QueryPayouts(5))).oldest()) {
                    tell(
                            random.nextInt(3) == 0
                                    ? new RefusePayout(payout.reference(), SHOP, "no")
                                    : new ConfirmPayout(payout.reference(), SHOP, "B"));
                }
            }
        }
    }

    private Terms terms(AccountId from, AccountId to, Random random) {
        TransactionId id = TransactionId.of(0, String.format("%032x", ++transactions));
        TransactionId original = from.equals(SHOP) ? id : null;
        return new Terms(id, "f", from, to, Money.ofPaise(1L + random.nextInt(20_000)), "", original);
    }

    private void compare() {
        MerchantView view = (MerchantView) answer(new QueryMerchant(SHOP));
        for (SettlementWindow window : view.merchant().past()) {
            Map<String, Object> fields =
                    Objects.requireNonNull(documents.get(window.id())).fields();
            assertThat(fields)
                    .containsEntry("status", window.status().name())
                    .containsEntry("gross_paise", window.gross().paise())
                    .containsEntry("refunds_paise", window.refunds().paise())
                    .containsEntry("fee_paise", window.charges().fee().paise())
                    .containsEntry("tax_paise", window.charges().tax().paise())
                    .containsEntry("net_paise", window.charges().net().paise())
                    .containsEntry("payment_count", window.paymentCount())
                    .containsEntry("at", window.openedAt())
                    .containsEntry("closed_at", window.closedAt());
            assertThat(fields.get("settled_at")).isEqualTo(window.settledAt() == 0 ? null : window.settledAt());
            boolean red = !window.charges().net().isPositive();
            seen.merge(window.status().name() + (red ? " in the red" : ""), 1, Integer::sum);
        }
    }

    private Answer answer(Message message) {
        tell(message);
        return ((Effect.Reply) last.effects().get(0)).answer();
    }

    private void tell(Message message) {
        last = machine.decide(state, message, Caller.NOBODY, new Moment(now, SLICE));
        if (last.events().isEmpty()) {
            return;
        }
        last.events().forEach(event -> state = machine.apply(state, event));
        announcer.announce(Rows.row(++rows, last.events().toArray(Event[]::new))).stream()
                .flatMap(event -> Projection.of(event).stream())
                .filter(document -> document.view() == View.SETTLEMENTS)
                .forEach(document -> documents.put(document.id(), document));
    }
}

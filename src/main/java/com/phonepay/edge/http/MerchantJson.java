package com.phonepay.edge.http;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.FeePlan;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.Charges;
import com.phonepay.wallet.Merchant;
import com.phonepay.wallet.MerchantSums;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.PayoutStatus;
import com.phonepay.wallet.SettlementWindow;
import com.phonepay.wallet.WindowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Merchants, their windows and payouts as the outside sees them. */
final class MerchantJson {
    private static final String MERCHANT_ID = "merchant_id";
    private static final String CURRENCY = "currency";
    private static final String INR = "INR";
    private static final String STATUS = "status";

    private static final Pattern GENERATED = Pattern.compile("merchant[0-9a-f]{12}");

    private MerchantJson() {}

    /** A generated id is shown in capitals, as it always was; read it is without regard to case, like every id. */
    static String shown(AccountId merchant) {
        String id = merchant.value();
        return GENERATED.matcher(id).matches() ? id.toUpperCase(Locale.ROOT) : id;
    }

    static JsonObject merchant(MerchantView view, String vpa) {
        JsonObject json = new JsonObject();
        merchant(json, view, vpa);
        return json;
    }

    static void merchant(JsonObject json, MerchantView view, String vpa) {
        Merchant merchant = view.merchant();
        FeePlan plan = merchant.profile().plan();
        json.text(MERCHANT_ID, shown(merchant.id()))
                .text("name", merchant.profile().name())
                .text("email", merchant.profile().email())
                .text("owner_id", merchant.profile().owner().value())
                .text("vpa", vpa)
                .object(
                        "fee_plan",
                        new JsonObject()
                                .number("mdr_basis_points", plan.mdrBasisPoints())
                                .number("tax_basis_points", plan.taxBasisPoints()))
                .text(STATUS, view.wallet().status().name())
                .amount("balance", view.wallet().balance())
                .text(CURRENCY, INR);
    }

    static JsonObject summary(MerchantView view, String vpa, long nextCutOff) {
        Merchant merchant = view.merchant();
        BalanceView wallet = view.wallet();
        JsonObject window = new JsonObject();
        window(window, merchant.open());
        JsonObject json = merchant(view, vpa)
                .amount("held", wallet.held())
                .amount("available", wallet.available())
                .amount("payable", least(merchant.payable(), wallet.available()))
                .object("current_window", window)
                .object("lifetime", sums(merchant.sums()));
        return nextCutOff == 0 ? json : json.time("next_cut_off", nextCutOff);
    }

    private static Money least(Money one, Money other) {
        return one.exceeds(other) ? other : one;
    }

    private static JsonObject sums(MerchantSums sums) {
        return new JsonObject()
                .amount("gross", sums.gross())
                .amount("refunds", sums.refunds())
                .amount("fee", sums.fee())
                .amount("tax", sums.tax())
                .amount("net", sums.net())
                .amount("paid_out", sums.paidOut())
                .number("payment_count", sums.paymentCount())
                .number("refund_count", sums.refundCount());
    }

    static JsonObject settlements(MerchantView view) {
        List<SettlementWindow> windows = new ArrayList<>();
        windows.add(view.merchant().open());
        windows.addAll(view.merchant().past());
        return new JsonObject()
                .text("object", "list")
                .text(MERCHANT_ID, shown(view.merchant().id()))
                .objects("data", windows, MerchantJson::window)
                .objects("payouts", view.payouts(), MerchantJson::payout)
                .flag("has_more", false)
                .text("next_cursor", null);
    }

    static void window(JsonObject json, SettlementWindow window) {
        Charges charges = window.charges();
        json.text("batch_id", window.id())
                .text(MERCHANT_ID, shown(window.merchant()))
                .text(STATUS, window.status().name())
                .amount("gross", window.gross())
                .amount("refunds", window.refunds())
                .amount("fee", charges.fee())
                .amount("tax", charges.tax())
                .amount("net", charges.net())
                .number("payment_count", window.paymentCount())
                .number("refund_count", window.refundCount())
                .text(CURRENCY, INR)
                .time("opened_at", window.openedAt());
        if (window.status() != WindowStatus.OPEN) {
            json.time("closed_at", window.closedAt());
        }
        if (window.status() == WindowStatus.SETTLED) {
            json.amount("paid", window.paid()).time("settled_at", window.settledAt());
        }
        json.textIfPresent("payout_id", window.payout());
    }

    static void payout(JsonObject json, Payout payout) {
        json.text("payout_id", payout.reference())
                .text(MERCHANT_ID, shown(payout.merchant()))
                .text(STATUS, payout.status().name())
                .amount("amount", payout.amount())
                .text(CURRENCY, INR);
        if (payout.window() > 0) {
            json.text("batch_id", SettlementWindow.id(payout.merchant(), payout.window()));
        }
        json.textIfPresent("bank_reference", payout.bankReference())
                .textIfPresent("reason", payout.reason())
                .time("requested_at", payout.requestedAt());
        if (payout.status() != PayoutStatus.SETTLING) {
            json.time("decided_at", payout.decidedAt());
        }
    }
}

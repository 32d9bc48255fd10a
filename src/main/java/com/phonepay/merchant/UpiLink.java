package com.phonepay.merchant;

import com.phonepay.kernel.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A {@code upi://pay} link as NPCI's linking specification has it. Without an amount it is static, for a sticker at the
 * till; with one it is dynamic, for a single bill.
 *
 * @param vpa who is paid
 * @param name shown to the payer
 * @param amount absent in a static link
 * @param note shown to both sides, may be empty
 * @param reference of the bill, may be empty
 */
public record UpiLink(String vpa, String name, @Nullable Money amount, String note, String reference) {
    private static final String STATIC = "01";
    private static final String DYNAMIC = "02";

    public boolean isDynamic() {
        return amount != null;
    }

    /** The link itself, every value percent-encoded. */
    public String text() {
        StringBuilder link = new StringBuilder("upi://pay?pa=").append(encoded(vpa));
        add(link, "pn", name);
        add(link, "mode", isDynamic() ? DYNAMIC : STATIC);
        if (amount != null) {
            add(link, "am", amount.toRupees());
        }
        add(link, "cu", "INR");
        add(link, "tn", note);
        add(link, "tr", reference);
        return link.toString();
    }

    private static void add(StringBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.append('&').append(name).append('=').append(encoded(value));
        }
    }

    /** The address keeps its at-sign, as every scanner expects. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}

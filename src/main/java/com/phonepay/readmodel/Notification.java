package com.phonepay.readmodel;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;

/**
 * A message to one person about one outcome.
 *
 * @param id the same for every delivery of the same event to the same person
 * @param origin the event that it tells of
 * @param kind a stable word, for example {@code PAYMENT_SENT}
 * @param counterparty the id of the other account
 * @param at milliseconds since 1970
 */
public record Notification(
        String id,
        Origin origin,
        AccountId user,
        String kind,
        String title,
        String message,
        String transactionId,
        Money amount,
        String counterparty,
        long at) {

    public ViewDocument document() {
        return new ViewDocument(
                View.NOTIFICATIONS,
                id,
                origin,
                new FieldMap()
                        .with("user_id", user.value())
                        .with("kind", kind)
                        .with("title", title)
                        .with("message", message)
                        .with("transaction_id", transactionId)
                        .with("amount_paise", amount.paise())
                        .with("counterparty_id", counterparty)
                        .with("at", at)
                        .all());
    }
}

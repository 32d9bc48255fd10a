package com.phonepay.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * What a search is for; a part that is null or open does not restrict it.
 *
 * @param from the first millisecond, since 1970
 * @param to the millisecond after the last one
 * @param paiseMin the smallest amount
 * @param paiseMax the largest amount
 * @param counterparty the id of the other account, or the name of a system account
 * @param utr the reference of a payment
 * @param kind for example {@code PAYMENT}
 */
public record Filter(
        long from,
        long to,
        long paiseMin,
        long paiseMax,
        @Nullable String counterparty,
        @Nullable String utr,
        @Nullable String kind) {
    public static final Filter ALL = new Filter(0, Long.MAX_VALUE, 0, Long.MAX_VALUE, null, null, null);
}

package com.phonepay.transaction;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;

/**
 * How much of a payment was given back.
 *
 * @param toMerchant false where the payment can not be refunded
 * @param refunded given back for good
 * @param pending reserved by refunds that are not decided
 */
public record RefundsView(TransactionId original, boolean toMerchant, Money amount, Money refunded, Money pending)
        implements Answer {
    public Money remaining() {
        return amount.minus(refunded).minus(pending);
    }
}

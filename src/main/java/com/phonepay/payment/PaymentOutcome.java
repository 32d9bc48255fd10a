package com.phonepay.payment;

import com.phonepay.transaction.TransactionView;

/**
 * Where a payment stands. A view that is still PENDING was not decided in the caller's time; ask again later.
 *
 * @param replayed true where the payment was known before this request
 */
public record PaymentOutcome(TransactionView view, boolean replayed) {}

package com.phonepay.events;

import com.phonepay.kernel.Money;
import java.util.List;

/**
 * The fraud screen looked at an attempt to pay.
 *
 * @param score 0 to 1
 * @param blocked whether the attempt was stopped
 * @param reasons in words a payer may read
 * @param at milliseconds since 1970
 */
public record AttemptWasScreened(
        String transactionId,
        String payerId,
        String payeeId,
        Money amount,
        double score,
        boolean blocked,
        List<String> reasons,
        long at)
        implements Payload {}

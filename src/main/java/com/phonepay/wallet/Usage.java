package com.phonepay.wallet;

import com.phonepay.kernel.Money;

/**
 * What an account has paid against its limits.
 *
 * @param day the Asia/Kolkata day, counted from 1970-01-01, that sum and count belong to
 * @param firstDaySum paid in the first 24 hours of the account
 */
public record Usage(long day, Money sum, int count, Money firstDaySum) {
    public static final Usage NONE = new Usage(0, Money.ZERO, 0, Money.ZERO);

    Usage on(long today) {
        return today == day ? this : new Usage(today, Money.ZERO, 0, firstDaySum);
    }

    Usage plus(Money amount, long holdDay, boolean inFirstDay) {
        Usage today = on(holdDay);
        Money first = inFirstDay ? firstDaySum.plus(amount) : firstDaySum;
        return new Usage(holdDay, today.sum.plus(amount), today.count + 1, first);
    }

    /** A released hold gives headroom back to the day it was taken on, and to no other. */
    Usage minus(Money amount, long holdDay, boolean inFirstDay) {
        Money first = inFirstDay ? firstDaySum.minus(amount) : firstDaySum;
        return holdDay == day ? new Usage(day, sum.minus(amount), count - 1, first) : new Usage(day, sum, count, first);
    }
}

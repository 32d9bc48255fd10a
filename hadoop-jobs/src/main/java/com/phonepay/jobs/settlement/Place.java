package com.phonepay.jobs.settlement;

import com.phonepay.jobs.shuffle.Sums;

/** What is added up for a merchant's day. */
enum Place {
    PAYMENTS(0),
    GROSS(1),
    REFUND_COUNT(2),
    REFUNDS(3),
    BATCHES(4),
    SETTLED(5),
    FEE(6),
    TAX(7),
    NET(8);

    private final int number;

    Place(int number) {
        this.number = number;
    }

    static Sums sums() {
        return new Sums(values().length);
    }

    void put(Sums sums, long value) {
        sums.put(number, value);
    }

    long of(Sums sums) {
        return sums.get(number);
    }
}

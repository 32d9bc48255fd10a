package com.phonepay.jobs.history;

import org.apache.avro.util.Utf8;

/** An account with its books: balance, number of entries, and of a merchant the open settlement window. */
final class Person {
    private static final int SLICES = 8;

    private final Utf8 id;
    private final boolean isMerchant;
    private final int salaryDay;
    private final long salary;
    private final int slice;
    private long balance;
    private long version;

    long windowGross;
    long windowRefunds;
    long windowPayments;

    Person(Utf8 id, boolean isMerchant, int salaryDay, long salary) {
        this.id = id;
        this.isMerchant = isMerchant;
        this.salaryDay = salaryDay;
        this.salary = salary;
        this.slice = Math.floorMod(id.toString().hashCode() * 0x9E3779B9, SLICES);
    }

    /** Books an amount, positive or negative. */
    void book(long signedPaise) {
        long after = Math.addExact(balance, signedPaise);
        if (after < 0) {
            throw new IllegalStateException(id + " would have " + after);
        }
        balance = after;
        version++;
    }

    Utf8 id() {
        return id;
    }

    boolean isMerchant() {
        return isMerchant;
    }

    int salaryDay() {
        return salaryDay;
    }

    long salary() {
        return salary;
    }

    int slice() {
        return slice;
    }

    long balance() {
        return balance;
    }

    long version() {
        return version;
    }

    @Override
    public int hashCode() {
        return id.toString().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}

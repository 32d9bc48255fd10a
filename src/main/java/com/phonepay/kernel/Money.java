package com.phonepay.kernel;

/** An amount in paise (1/100 rupee), possibly negative. All arithmetic is checked: an overflow throws, it never wraps. */
public record Money(long paise) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public static Money ofPaise(long paise) {
        return paise == 0 ? ZERO : new Money(paise);
    }

    public static Money ofRupees(long rupees) {
        return ofPaise(Math.multiplyExact(rupees, 100L));
    }

    public Money plus(Money other) {
        return ofPaise(Math.addExact(paise, other.paise));
    }

    public Money minus(Money other) {
        return ofPaise(Math.subtractExact(paise, other.paise));
    }

    public Money negated() {
        return ofPaise(Math.negateExact(paise));
    }

    public boolean isPositive() {
        return paise > 0;
    }

    public boolean isNegative() {
        return paise < 0;
    }

    public boolean exceeds(Money other) {
        return paise > other.paise;
    }

    /** Decimal rupees with exactly two places and no grouping, for example {@code -12.05}. */
    public String toRupees() {
        long absolute = Math.absExact(paise);
        String cents = String.valueOf(absolute % 100);
        return (paise < 0 ? "-" : "") + absolute / 100 + "." + (cents.length() == 1 ? "0" + cents : cents);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(paise, other.paise);
    }

    @Override
    public String toString() {
        return toRupees();
    }
}

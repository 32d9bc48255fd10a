package com.phonepay.kernel;

/**
 * The id of a transaction: {@code T}, four hexadecimal digits of its slice number, and 32 hexadecimal digits of a hash.
 * The slice number in front lets any node route a question about it without a look-up.
 */
public record TransactionId(String value) {
    private static final int SLICE_DIGITS = 4;
    private static final int LENGTH = 1 + SLICE_DIGITS + 32;

    public static TransactionId of(int slice, String hash32) {
        Invariant.check(slice >= 0 && slice <= 0xFFFF && hash32.length() == 32, "a slice number and a 32 digit hash");
        return new TransactionId(String.format("T%04x%s", slice, hash32));
    }

    /** True where the text has the shape of an id; says nothing about whether the transaction exists. */
    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH
                && text.charAt(0) == 'T'
                && text.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0 && !Character.isUpperCase(c));
    }

    public int slice() {
        return Integer.parseInt(value, 1, 1 + SLICE_DIGITS, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.phonepay.kernel;

/** The id of an account, which is also its user id or merchant id: lower case, 3 to 64 of {@code a-z 0-9 . _ -}. */
public record AccountId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

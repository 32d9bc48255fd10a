package com.phonepay.edge.auth;

import com.phonepay.kernel.AccountId;

/** Who a token speaks for, and what they may. */
public record Principal(AccountId account, Role role) {

    /** What a person may do: a user acts on the own account only, an admin may also look at others. */
    public enum Role {
        USER("user"),
        ADMIN("admin");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** The name in tokens and answers. */
        public String word() {
            return word;
        }
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** True for the owner of the account and for an admin. */
    public boolean mayRead(AccountId other) {
        return isAdmin() || account.equals(other);
    }
}

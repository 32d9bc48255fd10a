package com.phonepay.directory;

import java.util.List;

/**
 * How a person proves who it is, and what it may do.
 *
 * @param passwordHash Argon2id in PHC form
 */
public record Credentials(String passwordHash, List<String> roles, LoginGuard guard) {
    public Credentials {
        roles = List.copyOf(roles);
    }

    static Credentials of(String passwordHash) {
        return new Credentials(passwordHash, List.of(), LoginGuard.NEW);
    }

    Credentials with(LoginGuard guard) {
        return new Credentials(passwordHash, roles, guard);
    }

    Credentials withHash(String hash) {
        return new Credentials(hash, roles, guard);
    }

    Credentials withRoles(List<String> newRoles) {
        return new Credentials(passwordHash, newRoles, guard);
    }

    @Override
    public String toString() {
        return "Credentials[" + roles + ", " + guard + "]";
    }
}

package com.phonepay.payment;

import java.util.Optional;

/**
 * What a new customer tells.
 *
 * @param email lower case
 * @param userId the wished id; generated where absent
 * @param password in clear, never stored or logged
 */
public record Registration(String name, String email, Optional<String> userId, String password) {
    @Override
    public String toString() {
        return "Registration[" + userId.orElse("generated") + "]";
    }
}

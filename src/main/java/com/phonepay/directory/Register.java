package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Registers a person, to the slice of the e-mail alias. Answered with {@link Registered} once the account is active and
 * found by all its aliases, or with {@code email_taken}, {@code user_id_taken} (then everything is given back and the
 * e-mail is free again), {@code registration_pending} (how another one of this e-mail ends is not known yet: repeat soon).
 *
 * <p>Repeated with the very same hash, which its salt makes unique, it is the same request: it continues or gets the
 * same answer. With another hash a registered e-mail is {@code email_taken}; who can prove its password goes on with
 * {@link ContinueRegistration}.
 *
 * @param passwordHash Argon2id in PHC form
 */
public record Register(String email, AccountId account, String name, String vpa, String passwordHash)
        implements Message {
    @Override
    public String toString() {
        return "Register[" + account + "]";
    }
}

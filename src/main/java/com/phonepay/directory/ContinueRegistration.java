package com.phonepay.directory;

import com.phonepay.kernel.Message;

/**
 * Waits for the end of the registration of an e-mail, or repeats its answer, for somebody who has just proved the
 * password: {@link BeginLogin} gave the hash, and counted the attempt. Answered like {@link Register}, or with
 * {@code unknown_email}.
 *
 * @param passwordHash the hash that the password was verified against; another registration may have the e-mail by now
 */
public record ContinueRegistration(String email, String passwordHash) implements Message {
    @Override
    public String toString() {
        return "ContinueRegistration[]";
    }
}

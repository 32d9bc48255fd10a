package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import java.util.List;

/**
 * What a password is verified against.
 *
 * @param active false while the registration still goes on: then {@link ContinueRegistration} first
 */
public record LoginChallenge(
        AccountId account, String name, String vpa, String passwordHash, List<String> roles, boolean active)
        implements Answer {
    @Override
    public String toString() {
        return "LoginChallenge[" + account + "]";
    }
}

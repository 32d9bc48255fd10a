package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Opens a session for somebody who has just proved a password, once per id. Answered with {@link SessionView}.
 *
 * @param lifeMs from now, and anew from each rotation
 */
public record OpenSession(
        AccountId account, String id, String name, String role, String device, String secretHash, long lifeMs)
        implements Message {}

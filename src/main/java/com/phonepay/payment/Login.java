package com.phonepay.payment;

import java.util.List;

/**
 * Somebody who has just proved a password.
 *
 * @param roles beyond that of a user, for example {@code admin}
 */
public record Login(Account account, List<String> roles) {}

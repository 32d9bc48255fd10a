package com.phonepay.events;

/**
 * Somebody has an account: what others may see of them. Never an e-mail address.
 *
 * @param at milliseconds since 1970
 */
public record AccountRegistered(String accountId, String name, String vpa, long at) implements Payload {}

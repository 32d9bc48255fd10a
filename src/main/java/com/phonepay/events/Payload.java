package com.phonepay.events;

/** What an event says. One record for each shape in {@code schemas/}. */
public sealed interface Payload
        permits PaymentEnded, LedgerPosted, AttemptWasScreened, SettlementChanged, AccountRegistered {}

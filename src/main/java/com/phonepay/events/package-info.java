/**
 * What the outside may learn of committed money: the public events, pure and free of any transport. Made from released
 * journal rows only, by {@link com.phonepay.events.SliceAnnouncer}; never asked whether there is money. Read
 * {@link com.phonepay.events.CommittedEvent} first. The shapes are in {@code schemas/} and {@code docs/asyncapi.yaml}.
 */
@NullMarked
package com.phonepay.events;

import org.jspecify.annotations.NullMarked;

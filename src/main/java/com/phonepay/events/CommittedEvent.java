package com.phonepay.events;

/**
 * One public event in its envelope.
 *
 * @param epoch of the owner that wrote the row
 * @param key the aggregate that it is about; events of one key of one slice keep their order
 * @param at slice time of the row, milliseconds since 1970
 */
public record CommittedEvent(EventId id, long epoch, Topic topic, String key, long at, Payload payload) {}

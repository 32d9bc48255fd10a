package com.phonepay.events.kafka;

import java.util.List;

/** What taps and consumers keep in Cassandra. */
public final class EventTables {
    private EventTables() {}

    /** CQL that creates the tables where they are missing. */
    public static List<String> create(String keyspace) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".tap_position (slice text PRIMARY KEY, "
                        + "sequence bigint, epoch bigint, idx int, since_sequence bigint, since_epoch bigint, "
                        + "request text)",
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".tap_request (slice text PRIMARY KEY, request text)",
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".consumer_progress (consumer text, topic text, "
                        + "partition int, slice text, sequence bigint, idx int, "
                        + "PRIMARY KEY ((consumer, topic, partition), slice))");
    }
}

package com.phonepay.slice.journal;

import akka.actor.ClassicActorSystemProvider;

/**
 * Where the journal plugin of a system writes.
 *
 * @param partitionRows rows in one partition of the table; fixed for the life of an installation
 */
public record JournalSettings(String table, long partitionRows) {
    public static JournalSettings of(ClassicActorSystemProvider system) {
        var journal = system.classicSystem().settings().config().getConfig("akka.persistence.cassandra.journal");
        return new JournalSettings(
                journal.getString("keyspace") + "." + journal.getString("table"),
                journal.getLong("target-partition-size"));
    }
}

package com.phonepay.settings;

import java.util.List;

/** Where Cassandra is, and what is ours in it. */
public record StoreSettings(List<HostPort> contactPoints, String datacenter, String keyspace, int replicationFactor) {
    static StoreSettings read(SettingsReader in) {
        String keyspace = in.text("phonepay.cassandra.keyspace");
        in.check(
                keyspace.matches("[a-z][a-z0-9_]{0,47}"),
                "phonepay.cassandra.keyspace is '" + keyspace + "', not lower-case letters, digits and _");
        return new StoreSettings(
                in.hostPorts("phonepay.cassandra.contact-points"),
                in.text("phonepay.cassandra.datacenter"),
                keyspace,
                in.number("phonepay.cassandra.replication-factor", 1, 9));
    }

    /** The CQL that creates our keyspace where it is not there yet. */
    public String createKeyspace() {
        return "CREATE KEYSPACE IF NOT EXISTS " + keyspace
                + " WITH replication = {'class': 'NetworkTopologyStrategy', '" + datacenter + "': "
                + replicationFactor + "}";
    }
}

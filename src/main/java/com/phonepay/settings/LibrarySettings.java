package com.phonepay.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Akka and the Cassandra driver are told of our settings: lists, which an environment variable can not be. */
final class LibrarySettings {
    private LibrarySettings() {}

    static Config from(NodeSettings node, ClusterSettings cluster, StoreSettings store) {
        Map<String, Object> values = new HashMap<>();
        values.put("akka.cluster.roles", MemberTags.roles(node));
        values.put("akka.cluster.min-nr-of-members", cluster.minMembers());
        values.put("akka.remote.artery.canonical.hostname", node.host());
        values.put("akka.remote.artery.canonical.port", node.arteryPort());
        values.put("akka.management.http.hostname", node.host());
        values.put("akka.management.http.port", node.managementPort());
        values.put(
                "akka.management.cluster.bootstrap.contact-point-discovery.required-contact-point-nr",
                cluster.contactPointNr());
        values.put("akka.discovery.config.services.phonepay.endpoints", endpoints(cluster.contactPoints()));
        values.put("akka.persistence.cassandra.journal.keyspace", store.keyspace());
        values.put("phonepay.snapshot-store.keyspace", store.keyspace());
        values.put("datastax-java-driver.basic.contact-points", texts(store.contactPoints()));
        values.put("datastax-java-driver.basic.load-balancing-policy.local-datacenter", store.datacenter());
        return ConfigFactory.parseMap(values, "the node's settings");
    }

    private static List<Map<String, Object>> endpoints(List<HostPort> points) {
        return points.stream()
                .map(point -> Map.<String, Object>of("host", point.host(), "port", point.port()))
                .toList();
    }

    private static List<String> texts(List<HostPort> points) {
        return points.stream().map(HostPort::toString).toList();
    }
}

package com.phonepay.infra.server;

import com.phonepay.infra.Layout;
import com.phonepay.infra.cassandra.CassandraServer;
import com.phonepay.infra.kafka.KafkaServer;
import com.phonepay.infra.mongo.MongoServer;
import com.phonepay.infra.redis.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All servers that there are, in the order in which people read about them. */
public final class EmbeddedServers {

    private EmbeddedServers() {}

    public static List<EmbeddedServer> all(Layout layout) {
        return List.of(
                new CassandraServer(layout), new KafkaServer(layout), new MongoServer(layout), new RedisServer(layout));
    }

    /** The addresses of the servers that somebody else runs, by the servers' names, as the environment says. */
    public static Map<String, String> external(Layout layout, UnaryOperator<@Nullable String> environment) {
        var external = new TreeMap<String, String>();
        for (var server : all(layout)) {
            var address = environment.apply(server.variable());
            if (address != null && !address.isBlank()) {
                external.put(server.name(), address.strip());
            }
        }
        return external;
    }
}

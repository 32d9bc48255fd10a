package com.phonepay.edge.gateway;

import akka.http.javadsl.settings.ConnectionPoolSettings;
import akka.http.javadsl.settings.ServerSettings;
import com.phonepay.edge.tls.HttpTls;
import com.phonepay.kernel.Invariant;
import com.phonepay.settings.TlsSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the gateway: its own from {@code phonepay.gateway}, the rest from where a node has them.
 *
 * @param node this node's name
 * @param port 0 takes any free one
 * @param console the folder of the built console
 * @param demoLogins the file of the demo accounts; null where there is none, always so outside of development
 * @param inFlightMax requests under way at once
 * @param bodyBytesMax the largest body
 * @param bodyPatience within which a body must have arrived; nobody occupies a node with a slow one
 * @param answerPatience for a node's answer to begin
 * @param origins whose pages may ask besides this cluster's own
 * @param limits how often somebody may come
 * @param tls whether the gateway is served over HTTPS, and calls nodes so
 */
public record GatewaySettings(
        String node,
        String host,
        int port,
        Path console,
        @Nullable Path demoLogins,
        int inFlightMax,
        int bodyBytesMax,
        Duration bodyPatience,
        Duration answerPatience,
        Set<String> origins,
        LimitSettings limits,
        ServerSettings server,
        ConnectionPoolSettings pool,
        HttpTls tls) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    public GatewaySettings {
        Invariant.check(port >= 0 && port <= 0xFFFF, "phonepay.node.gateway-port is a port");
        Invariant.check(inFlightMax > 0 && bodyBytesMax > 0, "room for at least one request");
    }

    public static GatewaySettings from(Config root) {
        Config gateway = root.getConfig("phonepay.gateway");
        return new GatewaySettings(
                "node-" + root.getInt("phonepay.node.number"),
                root.getString("phonepay.node.host"),
                root.getInt("phonepay.node.gateway-port"),
                Path.of(gateway.getString("console")),
                demoLogins(root),
                gateway.getInt("in-flight-max"),
                gateway.getBytes("body-max").intValue(),
                gateway.getDuration("body-patience"),
                gateway.getDuration("answer-patience"),
                origins(gateway.getString("cors-origins")),
                LimitSettings.from(root),
                ServerSettings.create(over("akka.http.server", gateway.getConfig("server"), root)),
                ConnectionPoolSettings.create(over("akka.http.host-connection-pool", gateway.getConfig("pool"), root)),
                HttpTls.of(TlsSettings.of(root)));
    }

    /** Each one scheme, host and port exactly; a wildcard would be an origin that nobody has. */
    private static Set<String> origins(String listed) {
        Set<String> origins = Arrays.stream(listed.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        Invariant.check(
                origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches()),
                "phonepay.gateway.cors-origins lists origins like https://shop.example");
        return origins;
    }

    private static @Nullable Path demoLogins(Config root) {
        String file = root.getString("phonepay.gateway.demo-logins");
        boolean offered = root.getString("phonepay.mode").equals("development") && !file.isBlank();
        return offered ? Path.of(file) : null;
    }

    private static Config over(String path, Config ours, Config root) {
        return ConfigFactory.empty().withValue(path, ours.root()).withFallback(root);
    }
}

package com.phonepay.edge.http;

import akka.http.javadsl.settings.ServerSettings;
import com.phonepay.edge.auth.TokenKeys;
import com.phonepay.edge.auth.TokenSettings;
import com.phonepay.edge.tls.HttpTls;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.settings.TlsSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of the public API: its own from {@code phonepay.edge}, the rest from where a node has them.
 *
 * @param host the address to listen on
 * @param port 0 takes any free one
 * @param paymentsInFlightMax requests that move money, at once on this node
 * @param requestsInFlightMax other requests that ask a slice, at once on this node
 * @param bodyBytesMax the largest body
 * @param amountMax the largest amount that is even looked at; limits of accounts are the wallets' business
 * @param passwordThreads how many passwords are hashed at once
 * @param passwordQueue how many may wait for that
 * @param adminEmails lower case
 * @param bootstrapToken with which an administrator's e-mail can be registered; a secret
 * @param tls whether the API is served over HTTPS
 */
public record EdgeSettings(
        String host,
        int port,
        int paymentsInFlightMax,
        int requestsInFlightMax,
        int bodyBytesMax,
        Money amountMax,
        int passwordThreads,
        int passwordQueue,
        TokenSettings tokens,
        TokenKeys keys,
        Set<String> adminEmails,
        Optional<String> bootstrapToken,
        ServerSettings server,
        HttpTls tls) {

    public EdgeSettings {
        Invariant.check(port >= 0 && port <= 0xFFFF, "phonepay.edge.port is a port");
        Invariant.check(paymentsInFlightMax > 0 && requestsInFlightMax > 0, "room for at least one request");
        Invariant.check(bodyBytesMax > 0 && amountMax.isPositive(), "room for at least one body and amount");
        Invariant.check(passwordThreads > 0 && passwordQueue > 0, "room for at least one password");
    }

    /** Reads everything. Throws where production has no key of its own to sign tokens with. */
    public static EdgeSettings from(Config root) {
        Config edge = root.getConfig("phonepay.edge");
        Config secrets = root.getConfig("phonepay.secrets");
        return new EdgeSettings(
                root.getString("phonepay.node.host"),
                root.getInt("phonepay.node.http-port"),
                edge.getInt("payments-in-flight-max"),
                edge.getInt("requests-in-flight-max"),
                edge.getBytes("body-max").intValue(),
                Money.ofRupees(edge.getLong("amount-max-rupees")),
                edge.getInt("passwords.threads"),
                edge.getInt("passwords.queue"),
                tokens(edge.getConfig("tokens")),
                keys(root.getString("phonepay.mode"), present(secrets.getString("jwt-key-file")), edge),
                list(secrets.getString("admin-emails")),
                present(secrets.getString("bootstrap-token")),
                server(root),
                HttpTls.of(TlsSettings.of(root)));
    }

    private static TokenSettings tokens(Config tokens) {
        return new TokenSettings(
                tokens.getString("issuer"),
                tokens.getString("audience"),
                tokens.getDuration("life"),
                tokens.getInt("remembered-max"));
    }

    private static TokenKeys keys(String mode, Optional<String> file, Config edge) {
        if (mode.equals("production")) {
            return TokenKeys.read(Path.of(file.orElseThrow(() -> new IllegalStateException(
                    "In production PHONEPAY_JWT_KEY_FILE must name the key that tokens are signed with"))));
        }
        return TokenKeys.readOrCreate(Path.of(file.orElse(edge.getString("tokens.development-key-file"))));
    }

    private static Set<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }

    /** Our server has bounds of its own; other servers of the node keep Akka's. */
    private static ServerSettings server(Config root) {
        Config ours = ConfigFactory.empty()
                .withValue(
                        "akka.http.server",
                        root.getConfig("phonepay.edge.server").root());
        return ServerSettings.create(ours.withFallback(root));
    }

    @Override
    public String toString() {
        return "EdgeSettings[" + host + ":" + port + "]";
    }
}

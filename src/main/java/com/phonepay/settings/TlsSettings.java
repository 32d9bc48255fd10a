package com.phonepay.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where traffic is encrypted, and with what.
 *
 * @param http whether HTTP is HTTPS
 * @param cluster whether nodes prove themselves to each other
 * @param certificate of this node, PEM
 * @param key of the certificate, PEM, PKCS#8
 * @param authority that issued the certificates of all nodes, PEM
 * @param reload how soon changed files are noticed
 * @param trusted whether somebody else encrypts what is plain here
 */
public record TlsSettings(
        boolean http, boolean cluster, Path certificate, Path key, Path authority, Duration reload, boolean trusted) {
    private static final TlsSettings OFF =
            new TlsSettings(false, false, Path.of(""), Path.of(""), Path.of(""), Duration.ofMinutes(1), false);

    /** The settings of a node whose configuration was checked; a system without {@code phonepay.tls} has none. */
    public static TlsSettings of(Config root) {
        if (!root.hasPath("phonepay.tls")) {
            return OFF;
        }
        SettingsReader in = new SettingsReader(root);
        TlsSettings settings = read(in);
        in.finish();
        return settings;
    }

    static TlsSettings read(SettingsReader in) {
        TlsSettings settings = new TlsSettings(
                in.flag("phonepay.tls.http"),
                in.flag("phonepay.tls.cluster"),
                Path.of(in.text("phonepay.tls.certificate")),
                Path.of(in.text("phonepay.tls.key")),
                Path.of(in.text("phonepay.tls.authority")),
                in.duration("phonepay.tls.reload"),
                in.oneOf("phonepay.tls.plain-network", "", "trusted").equals("trusted"));
        if (settings.http || settings.cluster) {
            requireFile(in, "PHONEPAY_TLS_CERTIFICATE", settings.certificate, "the node's certificate");
            requireFile(in, "PHONEPAY_TLS_KEY", settings.key, "the key of the node's certificate");
            requireFile(in, "PHONEPAY_TLS_AUTHORITY", settings.authority, "the certificate of the authority");
        }
        return settings;
    }

    private static void requireFile(SettingsReader in, String variable, Path file, String what) {
        in.check(
                Files.isRegularFile(file) && Files.isReadable(file),
                "TLS is on and " + variable + " is '" + file + "', which is no readable file: it must name " + what
                        + " in PEM (for development: ./phonepay certificates)");
    }

    /** What Akka is told of it. Both sides of a connection between nodes must show a certificate of the authority. */
    Config forArtery() {
        if (!cluster) {
            return ConfigFactory.empty();
        }
        String keys = "akka.remote.artery.ssl.rotating-keys-engine.";
        return ConfigFactory.parseMap(Map.of(
                "akka.remote.artery.transport",
                "tls-tcp",
                "akka.remote.artery.ssl.ssl-engine-provider",
                "akka.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider",
                keys + "key-file",
                key.toString(),
                keys + "cert-file",
                certificate.toString(),
                keys + "ca-cert-file",
                authority.toString(),
                keys + "protocol",
                "TLSv1.3",
                keys + "enabled-algorithms",
                List.of("TLS_AES_128_GCM_SHA256"),
                keys + "ssl-context-cache-ttl",
                reload.toMillis() + " ms"));
    }
}

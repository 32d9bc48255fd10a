package com.phonepay.infra.tls;

import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.ClusterPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** How this cluster's public API is called on this machine: in plain, or over TLS trusting its own authority only. */
public final class Https {
    private final @Nullable Path authority;

    private Https(@Nullable Path authority) {
        this.authority = authority;
    }

    /** In plain. */
    public static Https off() {
        return new Https(null);
    }

    /** Over TLS, trusting one authority. */
    public static Https trusting(Path authority) {
        return new Https(authority);
    }

    /** As the cluster that was brought up last; plain where there is none. */
    public static Https of(Layout layout) {
        try {
            return of(layout, ClusterPlan.read(layout));
        } catch (IOException noPlan) {
            return off();
        }
    }

    public static Https of(Layout layout, ClusterPlan plan) {
        return plan.tls() ? trusting(new DevelopmentCertificates(layout).authority()) : off();
    }

    /** Where somebody listens on loopback. */
    public String url(int port) {
        return (authority == null ? "http" : "https") + "://127.0.0.1:" + port;
    }

    /** For a client of the JDK; empty in plain. */
    public Optional<SSLContext> context() {
        return Optional.ofNullable(authority).map(Https::context);
    }

    private static SSLContext context(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The authority in " + authority + " can not be used", e);
        }
    }
}

package com.phonepay.edge.tls;

import akka.pki.pem.DERPrivateKeyLoader;
import akka.pki.pem.PEMDecoder;
import com.phonepay.settings.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's certificate, its key and its authority, read again when one of the files has changed. */
final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final char[] NO_PASSWORD = new char[0];

    private final TlsSettings settings;
    private Loaded loaded;
    private long nextLook;

    /** What was made of the files when they had these times. */
    private record Loaded(SSLContext context, List<Long> changed) {}

    Certificates(TlsSettings settings) {
        this.settings = settings;
        try {
            this.loaded = new Loaded(load(settings), changed());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The files of TLS can not be used: " + e.getMessage(), e);
        }
        this.nextLook = System.nanoTime() + settings.reload().toNanos();
    }

    /** For a new connection. Files that can not be used leave the ones before in use. */
    synchronized SSLContext context() {
        if (System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + settings.reload().toNanos();
            look();
        }
        return loaded.context();
    }

    private void look() {
        try {
            List<Long> now = changed();
            if (!now.equals(loaded.changed())) {
                loaded = new Loaded(load(settings), now);
                LOG.info("The certificate in {} is used from now on", settings.certificate());
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.error("Changed files of TLS can not be used; the ones before stay in use", e);
        }
    }

    private List<Long> changed() throws IOException {
        return List.of(
                Files.getLastModifiedTime(settings.certificate()).toMillis(),
                Files.getLastModifiedTime(settings.key()).toMillis(),
                Files.getLastModifiedTime(settings.authority()).toMillis());
    }

    private static SSLContext load(TlsSettings settings) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own(settings), NO_PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority(settings.authority()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static KeyStore own(TlsSettings settings) throws IOException, GeneralSecurityException {
        PrivateKey key = DERPrivateKeyLoader.load(PEMDecoder.decode(Files.readString(settings.key())));
        KeyStore store = empty();
        store.setKeyEntry("node", key, NO_PASSWORD, read(settings.certificate()).toArray(Certificate[]::new));
        return store;
    }

    private static KeyStore authority(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : read(file)) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}

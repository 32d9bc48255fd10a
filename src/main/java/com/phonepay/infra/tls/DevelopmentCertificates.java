package com.phonepay.infra.tls;

import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/**
 * An authority of one development cluster, and the certificate of its nodes: RSA, made by the JDK's keytool, kept beside
 * the other secrets. The authority's own key is thrown away, so nothing else can ever be issued by it.
 */
public final class DevelopmentCertificates {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final String NODE = "node";

    private final Path folder;

    public DevelopmentCertificates(Layout layout) {
        this(layout.secrets().resolve("tls"));
    }

    public DevelopmentCertificates(Path folder) {
        this.folder = folder;
    }

    /** PEM; shown to whoever connects. */
    public Path certificate() {
        return folder.resolve("node.pem");
    }

    /** PEM, PKCS#8; readable by its owner only. */
    public Path key() {
        return folder.resolve("node-key.pem");
    }

    /** PEM; what browsers and programs are told to trust. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    public boolean areThere() {
        return Files.exists(certificate()) && Files.exists(key()) && Files.exists(authority());
    }

    /** Makes new ones in the place of those that are there. */
    public void make() throws IOException {
        Path work = Files.createTempDirectory("phonepay-certificates");
        try {
            Keytool keytool = new Keytool(work);
            keytool.authority();
            keytool.node(NODE);
            write(work, keytool.password());
        } catch (GeneralSecurityException e) {
            throw new IOException("keytool's key store can not be read", e);
        } finally {
            try (var files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    private void write(Path work, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(work.resolve(Keytool.NODES).toFile(), password.toCharArray());
        Key key = store.getKey(NODE, password.toCharArray());
        Certificate[] chain = store.getCertificateChain(NODE);
        JsonFiles.writeText(key(), pem("PRIVATE KEY", key.getEncoded()));
        JsonFiles.writeText(certificate(), pem("CERTIFICATE", chain[0].getEncoded()));
        JsonFiles.writeText(authority(), pem("CERTIFICATE", chain[chain.length - 1].getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + BASE64.encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}

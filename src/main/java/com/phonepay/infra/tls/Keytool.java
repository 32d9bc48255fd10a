package com.phonepay.infra.tls;

import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.supervisor.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's own tool, in a folder that is deleted afterwards. */
final class Keytool {
    static final String NODES = "nodes.p12";
    private static final String AUTHORITIES = "authority.p12";
    private static final String AUTHORITY = "authority";
    private static final String PASSWORD_VARIABLE = "PHONEPAY_KEYTOOL_PASSWORD";
    private static final int SECONDS_MAX = 60;

    /** 127.0.0.1 for this machine, and a name that all nodes share, by which they know each other. */
    private static final String NAMES = "SAN=dns:localhost,dns:phonepay-node,ip:127.0.0.1";

    private final Path work;
    private final String password = Secrets.newToken();

    Keytool(Path work) {
        this.work = work;
    }

    String password() {
        return password;
    }

    void authority() throws IOException {
        pair(AUTHORITIES, AUTHORITY, "CN=PhonePay development authority", "BC:critical=ca:true,pathlen:0");
        run("-exportcert", AUTHORITIES, "-alias", AUTHORITY, "-rfc", "-file", "authority.pem");
    }

    /** A key, and its certificate issued by the authority, for both ends of a connection. */
    void node(String alias) throws IOException {
        pair(NODES, alias, "CN=phonepay-node", NAMES);
        run("-certreq", NODES, "-alias", alias, "-file", "node.csr");
        run(
                "-gencert",
                AUTHORITIES,
                "-alias",
                AUTHORITY,
                "-infile",
                "node.csr",
                "-outfile",
                "node.pem",
                "-rfc",
                "-validity",
                "365",
                "-ext",
                NAMES,
                "-ext",
                "EKU=serverAuth,clientAuth",
                "-ext",
                "KU:critical=digitalSignature,keyEncipherment");
        run("-importcert", NODES, "-alias", AUTHORITY, "-file", "authority.pem", "-noprompt");
        run("-importcert", NODES, "-alias", alias, "-file", "node.pem", "-noprompt");
    }

    private void pair(String store, String alias, String name, String extension) throws IOException {
        run(
                "-genkeypair",
                store,
                "-alias",
                alias,
                "-dname",
                name,
                "-ext",
                extension,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "365");
    }

    private void run(String what, String store, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(JvmOptions.java()).resolveSibling("keytool").toString(),
                what,
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD_VARIABLE));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException("keytool " + what + " failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

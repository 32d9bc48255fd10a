package com.phonepay.infra.supervisor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The secrets of one development cluster. Made at its first start, kept beside its data, readable by their owner. */
public final class Secrets {

    private static final int TOKEN_BYTES = 32;
    private static final int KEY_ID_BYTES = 8;

    private final Layout layout;

    public Secrets(Layout layout) {
        this.layout = layout;
    }

    /** The key that signs access tokens: a P-256 JWK. Returns the file that holds it. */
    public Path tokenKeyFile() throws IOException {
        var file = layout.secrets().resolve("jwt-key.json");
        if (!Files.exists(file)) {
            JsonFiles.writeText(file, newTokenKey());
        }
        return file;
    }

    /** Whoever shows this token may register the first administrator. */
    public String bootstrapToken() throws IOException {
        var file = layout.secrets().resolve("bootstrap-token");
        if (!Files.exists(file)) {
            JsonFiles.writeText(file, random(TOKEN_BYTES));
        }
        return Files.readString(file).strip();
    }

    /** A new token that nobody can guess, safe in a header and in a file name. */
    public static String newToken() {
        return random(TOKEN_BYTES);
    }

    private static String newTokenKey() throws IOException {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID("development-" + random(KEY_ID_BYTES))
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IOException("this Java has no P-256 keys", e);
        }
    }

    private static String random(int bytes) {
        var value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}

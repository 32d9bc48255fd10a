package com.phonepay.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.phonepay.kernel.Invariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;

/**
 * The P-256 keys of the tokens, read from a file that holds one JWK or a set of them. The first signs; all verify, so a
 * key is replaced by putting the new one in front and taking the old one out when its last token has expired.
 */
public final class TokenKeys {
    private final List<ECKey> keys;

    private TokenKeys(List<ECKey> keys) {
        Invariant.check(!keys.isEmpty() && keys.get(0).isPrivate(), "a private P-256 key to sign with");
        this.keys = List.copyOf(keys);
    }

    public static TokenKeys of(ECKey... keys) {
        return new TokenKeys(List.of(keys));
    }

    /** Reads the keys. Throws where the file is missing or holds anything but P-256 keys with a {@code kid}. */
    public static TokenKeys read(Path file) {
        try {
            return new TokenKeys(parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The token key file cannot be read: " + file, e);
        } catch (ParseException e) {
            // The cause may quote the file, which is a secret, so it is left out.
            throw new IllegalArgumentException("The token key file is not a JWK or a JWK set: " + file);
        }
    }

    /**
     * For development: reads the keys, and makes a first one where the file is missing. Nodes that start together all
     * end up with the same key, because only one of them can link the finished file into place.
     */
    public static TokenKeys readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    /** A fresh key with a random id. */
    public static ECKey generate() {
        return generate("");
    }

    /** In production a node refuses keys whose id says that they were made on the way. */
    private static ECKey generate(String mark) {
        try {
            String kid = mark + UUID.randomUUID();
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static void create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path draft = Files.createTempFile(folder, "token-key", ".tmp", ownerOnly);
            Files.writeString(draft, generate("development-").toJSONString());
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                // Another node was first; its key is read next.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The token key file cannot be made: " + file, e);
        }
    }

    private static List<ECKey> parse(String text) throws ParseException {
        List<JWK> found = text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
        return found.stream().map(TokenKeys::checked).toList();
    }

    private static ECKey checked(JWK key) {
        if (!(key instanceof ECKey ec) || !Curve.P_256.equals(ec.getCurve()) || key.getKeyID() == null) {
            throw new IllegalArgumentException("The token key file may hold only P-256 keys with a kid");
        }
        return ec;
    }

    ECKey signing() {
        return keys.get(0);
    }

    List<ECKey> all() {
        return keys;
    }
}

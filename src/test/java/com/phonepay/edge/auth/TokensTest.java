package com.phonepay.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.phonepay.kernel.AccountId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokensTest {
    private static final Principal ASHA = new Principal(new AccountId("asha"), Principal.Role.USER);
    private static final TokenSettings SETTINGS = TokenSettings.DEFAULT;

    private final ECKey key = TokenKeys.generate();
    private Instant now = Instant.parse("2026-05-01T10:00:00.500Z");
    private final InstantSource clock = () -> now;
    private final Tokens tokens = new Tokens(TokenKeys.of(key), SETTINGS, clock);

    @Test
    void readsBackWhatItIssued() throws InvalidTokenException {
        Principal admin = new Principal(new AccountId("root"), Principal.Role.ADMIN);
        assertThat(tokens.verify(tokens.issue(ASHA).text())).isEqualTo(ASHA);
        assertThat(tokens.verify(tokens.issue(admin).text())).isEqualTo(admin);
    }

    @Test
    void lives10MinutesAlsoWhenItIsRemembered() throws InvalidTokenException {
        Token token = tokens.issue(ASHA);
        now = Instant.ofEpochMilli(token.expiresAt() - 1);
        assertThat(tokens.verify(token.text())).isEqualTo(ASHA);
        now = Instant.ofEpochMilli(token.expiresAt());
        refuses(token.text(), "expired");
    }

    @Test
    void refusesWhatIsNoToken() {
        refuses("", "malformed");
        refuses("a.b.c", "malformed");
        refuses("x".repeat(5_000), "too long");
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        refuses(new PlainJWT(claims().build()).serialize(), "malformed");
        String header = base64("{\"alg\":\"none\",\"kid\":\"" + key.getKeyID() + "\"}");
        String payload = tokens.issue(ASHA).text().split("\\.", -1)[1];
        refuses(header + "." + payload + ".", "malformed");
        refuses(header + "." + payload + ".AAAA", "malformed");
    }

    @Test
    void refusesThePublicKeyAsASharedSecret() throws JOSEException {
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        refuses(signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret), claims()), "algorithm");
        byte[] encoded = key.toECPublicKey().getEncoded();
        refuses(signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(encoded), claims()), "algorithm");
    }

    @Test
    void refusesAnotherKey() throws JOSEException {
        ECKey other = TokenKeys.generate();
        refuses(signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(other), claims()), "bad signature");
        refuses(signed(JWSAlgorithm.ES256, other.getKeyID(), new ECDSASigner(other), claims()), "unknown key");
        refuses(signed(JWSAlgorithm.ES256, null, new ECDSASigner(key), claims()), "unknown key");
    }

    @Test
    void refusesATokenThatWasChanged() {
        String[] parts = tokens.issue(ASHA).text().split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = base64(payload.replace("asha", "ravi"));
        refuses(parts[0] + "." + forged + "." + parts[2], "bad signature");
    }

    @Test
    void refusesForeignAndMissingClaims() throws JOSEException {
        refusesClaims(claims -> claims.issuer("somebody else"), "issuer");
        refusesClaims(claims -> claims.issuer(null), "issuer");
        refusesClaims(claims -> claims.audience("another api"), "audience");
        refusesClaims(claims -> claims.audience(List.of(SETTINGS.audience(), "another api")), "audience");
        refusesClaims(claims -> claims.expirationTime(null), "no expiry");
        refusesClaims(claims -> claims.expirationTime(Date.from(now.minusSeconds(1))), "expired");
        refusesClaims(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60))), "from the future");
        refusesClaims(claims -> claims.issueTime(Date.from(now.plusSeconds(60))), "from the future");
        refusesClaims(claims -> claims.subject(null), "no subject");
        refusesClaims(claims -> claims.claim("role", null), "role");
        refusesClaims(claims -> claims.claim("role", "operator"), "role");
        refusesClaims(claims -> claims.claim("role", 7), "malformed");
    }

    @Test
    void verifiesWithEveryKeyOfTheFileAndSignsWithTheFirst(@TempDir Path folder)
            throws IOException, InvalidTokenException {
        ECKey newer = TokenKeys.generate();
        Path file = folder.resolve("keys.json");
        Files.writeString(file, new JWKSet(List.of(newer, key)).toString(false));
        Tokens rotated = new Tokens(TokenKeys.read(file), SETTINGS, clock);
        assertThat(rotated.verify(tokens.issue(ASHA).text())).isEqualTo(ASHA);
        refuses(rotated.issue(ASHA).text(), "unknown key");
    }

    @Test
    void nodesThatStartTogetherMakeOneKeyThatOnlyTheOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data").resolve("key.json");
        Callable<String> start = () -> TokenKeys.readOrCreate(file).signing().getKeyID();
        var threads = Executors.newFixedThreadPool(8);
        try {
            Set<String> kids = new HashSet<>();
            for (var started : threads.invokeAll(Collections.nCopies(8, start))) {
                kids.add(started.get());
            }
            assertThat(kids).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesAKeyFileThatIsNone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("key.json");
        assertThatThrownBy(() -> TokenKeys.read(file)).hasMessageContaining("cannot be read");
        Files.writeString(file, "{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldA\",\"kid\":\"1\"}");
        assertThatThrownBy(() -> TokenKeys.read(file)).hasMessageContaining("only P-256");
        Files.writeString(file, "secret-secret");
        assertThatThrownBy(() -> TokenKeys.read(file))
                .hasMessageContaining("not a JWK")
                .hasMessageNotContaining("secret-secret");
        Files.writeString(file, key.toPublicJWK().toJSONString());
        assertThatThrownBy(() -> TokenKeys.read(file)).hasMessageContaining("to sign with");
    }

    private void refusesClaims(UnaryOperator<JWTClaimsSet.Builder> change, String why) throws JOSEException {
        refuses(signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), change.apply(claims())), why);
    }

    private void refuses(String token, String why) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage(why);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(SETTINGS.issuer())
                .audience(SETTINGS.audience())
                .subject("asha")
                .claim("role", "user")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private static String signed(
            JWSAlgorithm algorithm, @Nullable String kid, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

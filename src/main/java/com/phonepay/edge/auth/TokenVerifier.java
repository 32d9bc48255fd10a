package com.phonepay.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.phonepay.kernel.AccountId;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens. Algorithm and keys are ours: the header's algorithm is compared, never followed, and its {@code kid}
 * only picks among the keys of the key file.
 */
final class TokenVerifier {
    private static final int LENGTH_MAX = 4096;
    // Clocks of nodes differ a little; an expiry is never stretched, only a begin.
    private static final long SKEW_MS = 5_000;

    private final Map<String, ECDSAVerifier> verifiers = new HashMap<>();
    private final TokenSettings settings;
    private final InstantSource clock;
    private final VerifiedTokens remembered;

    TokenVerifier(TokenKeys keys, TokenSettings settings, InstantSource clock) {
        keys.all().forEach(key -> verifiers.put(key.getKeyID(), verifier(key)));
        this.settings = settings;
        this.clock = clock;
        this.remembered = new VerifiedTokens(settings.rememberedMax());
    }

    private static ECDSAVerifier verifier(ECKey key) {
        try {
            return new ECDSAVerifier(key.toECPublicKey());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The key is not a P-256 key", e);
        }
    }

    Principal verify(String token) throws InvalidTokenException {
        VerifiedTokens.Known known = remembered.get(token);
        if (known == null) {
            known = check(token);
            remembered.put(token, known);
        }
        if (known.expiresAt() <= clock.millis()) {
            throw new InvalidTokenException("expired");
        }
        return known.principal();
    }

    private VerifiedTokens.Known check(String token) throws InvalidTokenException {
        require(token.length() <= LENGTH_MAX, "too long");
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            require(jwt.verify(verifierFor(jwt.getHeader())), "bad signature");
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            checkClaims(claims);
            return new VerifiedTokens.Known(
                    principal(claims), claims.getExpirationTime().toInstant().toEpochMilli());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw new InvalidTokenException("malformed");
        }
    }

    private ECDSAVerifier verifierFor(JWSHeader header) throws InvalidTokenException {
        require(JWSAlgorithm.ES256.equals(header.getAlgorithm()), "algorithm");
        ECDSAVerifier verifier = header.getKeyID() == null ? null : verifiers.get(header.getKeyID());
        if (verifier == null) {
            throw new InvalidTokenException("unknown key");
        }
        return verifier;
    }

    private void checkClaims(JWTClaimsSet claims) throws InvalidTokenException {
        long now = clock.millis();
        require(settings.issuer().equals(claims.getIssuer()), "issuer");
        require(List.of(settings.audience()).equals(claims.getAudience()), "audience");
        require(claims.getExpirationTime() != null, "no expiry");
        require(hasBegun(claims.getIssueTime(), now) && hasBegun(claims.getNotBeforeTime(), now), "from the future");
        require(claims.getSubject() != null && !claims.getSubject().isEmpty(), "no subject");
    }

    private static boolean hasBegun(@Nullable Date begin, long now) {
        return begin == null || begin.toInstant().toEpochMilli() <= now + SKEW_MS;
    }

    private static Principal principal(JWTClaimsSet claims) throws ParseException, InvalidTokenException {
        String word = claims.getStringClaim(Tokens.ROLE);
        for (Principal.Role role : Principal.Role.values()) {
            if (role.word().equals(word)) {
                return new Principal(new AccountId(claims.getSubject()), role);
            }
        }
        throw new InvalidTokenException("role");
    }

    private static void require(boolean holds, String otherwise) throws InvalidTokenException {
        if (!holds) {
            throw new InvalidTokenException(otherwise);
        }
    }
}

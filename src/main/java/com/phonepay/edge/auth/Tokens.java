package com.phonepay.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Issues tokens, ES256 only, and reads them back. */
public final class Tokens {
    static final String ROLE = "role";

    private final TokenSettings settings;
    private final InstantSource clock;
    private final ECKey signingKey;
    private final ECDSASigner signer;
    private final TokenVerifier verifier;
    private final String publicKeys;

    public Tokens(TokenKeys keys, TokenSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.signingKey = keys.signing();
        this.signer = signer(signingKey);
        this.publicKeys = new JWKSet(List.<JWK>copyOf(keys.all())).toString(true);
        this.verifier = new TokenVerifier(keys, settings, clock);
    }

    private static ECDSASigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The signing key is not a P-256 key", e);
        }
    }

    /** The keys that tokens are verified with, as a JWK set; no private part of them. */
    public String publicKeys() {
        return publicKeys;
    }

    public Token issue(Principal principal) {
        // The claim has seconds, so what is told is cut to seconds as well.
        long expiresAt = clock.instant().plus(settings.life()).getEpochSecond() * 1000;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(principal.account().value())
                .claim(ROLE, principal.role().word())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(Instant.ofEpochMilli(expiresAt)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return new Token(sign(claims), expiresAt);
    }

    private String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(signingKey.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A P-256 key signs ES256", e);
        }
        return jwt.serialize();
    }

    /** Who the token speaks for. Throws where it proves nothing: forged, expired, or meant for somebody else. */
    public Principal verify(String token) throws InvalidTokenException {
        return verifier.verify(token);
    }
}

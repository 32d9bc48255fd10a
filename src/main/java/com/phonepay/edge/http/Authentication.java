package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpRequest;
import com.phonepay.edge.auth.InvalidTokenException;
import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.auth.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who calls, from the bearer token, and whether they may call this at all. */
public final class Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);
    private static final String BEARER = "bearer ";

    private final Tokens tokens;

    public Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The caller, or null at a public endpoint. Refuses a caller whom the rule does not let in. */
    @Nullable
    public Principal admit(HttpRequest request, Access access) {
        if (access == Access.PUBLIC) {
            return null;
        }
        Principal principal = verified(bearer(request));
        if (access == Access.ADMIN && !principal.isAdmin()) {
            throw new RefusedException(ErrorCode.FORBIDDEN);
        }
        return principal;
    }

    private static String bearer(HttpRequest request) {
        String header = request.getHeader("Authorization").map(h -> h.value()).orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED);
        }
        return header.substring(BEARER.length()).strip();
    }

    private Principal verified(String token) {
        try {
            return tokens.verify(token);
        } catch (InvalidTokenException e) {
            LOG.debug("Refused a token: {}", e.getMessage());
            throw new RefusedException(ErrorCode.UNAUTHENTICATED);
        }
    }
}

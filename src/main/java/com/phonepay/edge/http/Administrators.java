package com.phonepay.edge.http;

import com.phonepay.edge.auth.Principal.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Whose e-mails are administrators', and the secret with which only the operator can register them. */
final class Administrators {
    private final Set<String> emails;
    private final Optional<String> bootstrapToken;

    Administrators(Set<String> emails, Optional<String> bootstrapToken) {
        this.emails = emails;
        this.bootstrapToken = bootstrapToken;
    }

    Role roleOf(String email) {
        return emails.contains(email) ? Role.ADMIN : Role.USER;
    }

    /** True for everybody's e-mail, and for an administrator's where the secret is right. */
    boolean mayRegister(String email, Optional<String> presented) {
        return roleOf(email) == Role.USER
                || (bootstrapToken.isPresent()
                        && presented.filter(this::isBootstrapToken).isPresent());
    }

    private boolean isBootstrapToken(String presented) {
        byte[] expected = bootstrapToken.orElse("").getBytes(StandardCharsets.UTF_8);
        // Takes as long for the first wrong letter as for the last.
        return MessageDigest.isEqual(expected, presented.getBytes(StandardCharsets.UTF_8));
    }
}

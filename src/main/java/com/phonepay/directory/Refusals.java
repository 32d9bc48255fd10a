package com.phonepay.directory;

import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Rejection.Kind;
import java.util.Map;

/** Every refusal of the directory. */
final class Refusals {
    static final Rejection EMAIL_TAKEN =
            Rejection.of("email_taken", Kind.CONFLICT, "An account with this e-mail exists already");
    static final Rejection USER_ID_TAKEN =
            Rejection.of("user_id_taken", Kind.CONFLICT, "Another account has this user id or payment address");
    static final Rejection MERCHANT_ID_TAKEN =
            Rejection.of("merchant_id_taken", Kind.CONFLICT, "Another account has this id or payment address");
    static final Rejection REGISTRATION_PENDING = Rejection.of(
            "registration_pending", Kind.UNAVAILABLE, "Another registration of this e-mail has not ended yet");
    static final Rejection UNKNOWN_EMAIL = Rejection.of("unknown_email", Kind.NOT_FOUND, "No account has this e-mail");
    static final Rejection RECEIVER_NOT_FOUND =
            Rejection.of("receiver_not_found", Kind.NOT_FOUND, "Nobody can be paid under this name");
    static final Rejection PASSWORD_CHANGED =
            Rejection.of("password_changed", Kind.CONFLICT, "The password has been changed meanwhile");

    static final Rejection INVALID_REFRESH_TOKEN =
            Rejection.of("invalid_refresh_token", Kind.FORBIDDEN, "There is no such session any more");
    static final Rejection REFRESH_TOKEN_REUSED = Rejection.of(
            "refresh_token_reused", Kind.FORBIDDEN, "This token was used before, so its session has ended");

    private Refusals() {}

    static Rejection accountLocked(long forMs) {
        long seconds = (forMs + 999) / 1_000;
        return new Rejection(
                "account_locked",
                Kind.FORBIDDEN,
                "Too many failed attempts to log in",
                Map.of("retry_after", String.valueOf(seconds)));
    }
}

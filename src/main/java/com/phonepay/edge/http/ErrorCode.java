package com.phonepay.edge.http;

import com.phonepay.kernel.Rejection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one catalogue of everything that can be refused. A code, once published, is never renamed. A code that declines a
 * payment comes as {@code reason} inside a 200 answer; the status given here is for when it stands alone.
 */
public enum ErrorCode {
    // What was sent cannot be read.
    MALFORMED_REQUEST(400, "Malformed request", "The request is not well-formed HTTP."),
    MALFORMED_JSON(400, "Malformed JSON", "The body is not one well-formed JSON object."),
    DUPLICATE_FIELD(400, "Duplicate field", "The body names a field twice."),
    UNKNOWN_FIELD(400, "Unknown field", "The body has a field that this call does not know."),
    UNKNOWN_PARAMETER(400, "Unknown parameter", "The query has a parameter that this call does not know."),
    MISSING_FIELD(400, "Missing field", "A required field is missing."),
    INVALID_FIELD(400, "Invalid field", "A field has a value of the wrong type or shape."),
    INVALID_AMOUNT(400, "Invalid amount", "An amount is a plain JSON number in rupees with at most two decimals."),
    AMOUNT_NOT_POSITIVE(400, "Amount not positive", "An amount must be above zero."),
    AMOUNT_OUT_OF_RANGE(400, "Amount out of range", "The amount is larger than any that can be handled."),
    INVALID_IDEMPOTENCY_KEY(400, "Invalid Idempotency-Key", "An Idempotency-Key has 1 to 255 printable characters."),
    INVALID_REQUEST(400, "Invalid request", "The request was refused as invalid."),
    REQUEST_TIMED_OUT(408, "Request timed out", "The body did not arrive in time.", true),
    BODY_TOO_LARGE(413, "Body too large", "A body may have at most 64 KB."),
    URI_TOO_LONG(414, "URI too long", "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send the body as application/json in UTF-8, uncompressed."),
    HEADERS_TOO_LARGE(431, "Headers too large", "The headers are too large."),
    EXPECTATION_FAILED(417, "Expectation failed", "The only expectation that can be met is 100-continue."),

    // There is nothing there, or not for this caller.
    NOT_FOUND(404, "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "This address does not take this method."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The answer can only be sent as JSON."),
    METHOD_NOT_IMPLEMENTED(501, "Method not implemented", "This method is not known here."),
    TRANSACTION_NOT_FOUND(404, "Transaction not found", "There is no such transaction among yours."),
    ACCOUNT_NOT_FOUND(404, "Account not found", "There is no such account."),
    MERCHANT_NOT_FOUND(404, "Merchant not found", "There is no such merchant among yours."),
    PAYOUT_NOT_FOUND(404, "Payout not found", "There is no such payout."),
    RECEIVER_NOT_FOUND(404, "Receiver not found", "Nobody can be paid under this id, e-mail or VPA."),
    ERROR_CODE_NOT_FOUND(404, "Error code not found", "There is no such code in the catalogue."),

    // Who is calling.
    UNAUTHENTICATED(401, "Not authenticated", "Send a valid token: Authorization: Bearer …"),
    INVALID_CREDENTIALS(401, "Invalid credentials", "The e-mail or the password is wrong."),
    ACCOUNT_LOCKED(429, "Account locked", "Too many wrong passwords. Try again later.", true),
    INVALID_REFRESH_TOKEN(401, "Invalid refresh token", "There is no such session any more. Log in again."),
    REFRESH_TOKEN_REUSED(401, "Refresh token reused", "This token was used before, so its session has ended. Log in."),
    FORBIDDEN(403, "Forbidden", "You may not do this."),
    SENDER_NOT_YOU(403, "Sender is not you", "You can only pay from your own account; leave sender_id out."),
    BOOTSTRAP_TOKEN_REQUIRED(403, "Bootstrap token required", "This e-mail can only be registered by the operator."),

    // Registration. The original answers 400 where an e-mail exists, so these do.
    EMAIL_TAKEN(400, "E-mail taken", "This e-mail is registered already."),
    USER_ID_TAKEN(400, "User id taken", "This user id is taken."),
    MERCHANT_ID_TAKEN(400, "Merchant id taken", "This merchant id is taken."),
    REGISTRATION_PENDING(
            503, "Registration pending", "How another registration of this e-mail ends is not known yet.", true),
    UNKNOWN_EMAIL(404, "Unknown e-mail", "Nobody is registered under this e-mail."),
    PASSWORD_CHANGED(409, "Password changed", "The password has been changed meanwhile."),

    // Payments and recharges.
    SELF_PAYMENT(400, "Payment to yourself", "You cannot pay yourself."),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency-Key reused", "This Idempotency-Key was used with another body."),
    INSUFFICIENT_BALANCE(422, "Insufficient balance", "There is not enough money in the wallet."),
    FRAUD(422, "Blocked", "The payment was blocked by the fraud screen."),
    FRAUD_UNAVAILABLE(422, "Fraud screen unavailable", "The fraud screen did not answer in time.", true),
    PAYEE_UNAVAILABLE(422, "Payee unavailable", "The payee's wallet did not answer in time.", true),
    PAYER_UNAVAILABLE(422, "Payer unavailable", "The payer's wallet did not answer in time.", true),
    PAYEE_NOT_FOUND(422, "Payee not found", "The payee has no wallet."),
    PAYEE_CANNOT_RECEIVE(422, "Payee cannot receive", "The payee cannot be paid at the moment."),
    ACCOUNT_FROZEN(422, "Account frozen", "The account is frozen."),
    ACCOUNT_CLOSED(422, "Account closed", "The account is closed."),
    ACCOUNT_NOT_EMPTY(422, "Account not empty", "Only an account without money and holds can be closed."),
    AMOUNT_OVER_LIMIT(400, "Amount over the limit", "The amount is over the limit."),
    LIMIT_PER_PAYMENT(422, "Limit of one payment", "The amount is over the limit for one payment."),
    LIMIT_PER_DAY(422, "Daily limit", "The amount is over what is left for today."),
    LIMIT_COUNT_PER_DAY(422, "Daily count", "There were too many payments today."),
    LIMIT_FIRST_DAY(422, "First day limit", "A new account may pay less in its first 24 hours."),
    TRANSACTION_ABORTED(422, "Aborted", "The payment was given up before it was prepared."),
    NEVER_INITIATED(422, "Never initiated", "The request was lost before it was recorded; nothing was moved."),
    PAYMENT_NOT_ENDED(409, "Payment under way", "The payment is still under way; ask again in a moment.", true),
    NOT_REFUNDABLE(422, "Not refundable", "Only a successful payment to a merchant can be refunded."),
    REFUND_PERIOD_OVER(422, "Refund period over", "The payment is too old to be refunded."),
    REFUND_EXCEEDS_PAYMENT(422, "Refund exceeds payment", "Less than that is left of the payment to be refunded."),
    INSUFFICIENT_SETTLED_FUNDS(422, "Insufficient settled funds", "Less than that is settled and not paid out yet."),
    WINDOW_BUSY(503, "Window busy", "Refunds under way hold what the fee needs; ask again in a moment.", true),
    CONFLICT(409, "Conflict", "The request contradicts the present state."),
    DECLINED(422, "Declined", "The request was declined."),

    // The cluster as a whole.
    CONFIRMATION_REQUIRED(400, "Confirmation required", "Type what you are about to break into the field confirm."),
    DRILLS_DISABLED(403, "Drills disabled", "Drills over the API are off in this cluster."),
    NODE_NOT_FOUND(404, "Node not found", "There is no such node."),
    DRILL_NOT_FOUND(404, "Drill not found", "There is no such drill."),
    DRILL_RUNNING(409, "Drill running", "Another drill runs."),
    LAST_NODE(409, "Last node", "The last node that runs can not be taken out."),
    NO_BACKUP(409, "No backup", "There is no other node that could take the coordinator over."),
    NO_SUPERVISOR(503, "No supervisor", "No supervisor of this cluster's processes answers.", true),

    // The jobs and what they answered.
    ANALYSIS_UNKNOWN(404, "Analysis unknown", "There is no such analysis."),
    ANALYSIS_NOT_COMPUTED(404, "Analysis not computed", "No run has answered this yet."),
    ANALYTICS_RUN_NOT_FOUND(404, "Run not found", "There is no such run."),
    ANALYTICS_RUN_OPEN(409, "Run open", "Another run is open, and there is one at a time."),

    // Nothing is wrong with the request.
    RATE_LIMITED(
            429, "Too many requests", "That was too often within a minute. Wait as long as Retry-After says.", true),
    OVERLOADED(503, "Overloaded", "Too many requests at once. Try again in a moment.", true),
    OUTCOME_UNKNOWN(503, "Outcome unknown", "Repeat the request with the same Idempotency-Key.", true),
    REQUEST_EXPIRED(503, "Request expired", "The request came too late to be begun. Repeat it.", true),
    HISTORY_UNAVAILABLE(
            503, "History unavailable", "Only the last entries of a wallet can be told at the moment.", true),
    REPORTS_UNAVAILABLE(503, "Reports unavailable", "Searches and sums cannot be answered at the moment.", true),
    UNAVAILABLE(503, "Unavailable", "This cannot be answered at the moment. Try again.", true),
    INTERNAL_ERROR(500, "Internal error", "Something is broken on our side.");

    private static final Map<String, ErrorCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private final int status;
    private final String title;
    private final String detail;
    private final boolean retryable;

    ErrorCode(int status, String title, String detail) {
        this(status, title, detail, false);
    }

    ErrorCode(int status, String title, String detail, boolean retryable) {
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.retryable = retryable;
    }

    /** The stable name in answers, for example {@code self_payment}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What is said where nothing more exact is known. */
    public String detail() {
        return detail;
    }

    /** True where the same request may succeed later without being changed. */
    public boolean isRetryable() {
        return retryable;
    }

    static Optional<ErrorCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The coarse code of a refusal whose own is not in the catalogue. */
    static ErrorCode ofKind(Rejection.Kind kind) {
        return switch (kind) {
            case INVALID -> INVALID_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case CONFLICT -> CONFLICT;
            case MISMATCH -> IDEMPOTENCY_KEY_REUSED;
            case DECLINED -> DECLINED;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }
}

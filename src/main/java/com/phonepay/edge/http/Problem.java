package com.phonepay.edge.http;

import com.phonepay.kernel.Rejection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that was not accepted, as RFC 9457 problem details.
 *
 * @param detail what a person should know
 * @param pointer the JSON pointer of the field that is wrong, where there is one
 * @param facts more for programs, for example a limit and what is left of it
 */
public record Problem(ErrorCode code, String detail, @Nullable String pointer, Map<String, String> facts) {
    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    public static Problem of(ErrorCode code) {
        return new Problem(code, code.detail(), null, Map.of());
    }

    /** A refusal of a machine. One that the catalogue does not list is a mistake of ours and told in coarse words. */
    static Problem of(Rejection rejection) {
        ErrorCode code = ErrorCode.find(rejection.code()).orElse(null);
        if (code == null) {
            LOG.warn("The refusal {} is not in the catalogue of errors", rejection.code());
            return of(ErrorCode.ofKind(rejection.kind()));
        }
        String detail = rejection.detail().isBlank() ? code.detail() : rejection.detail();
        return new Problem(code, detail, null, rejection.facts());
    }

    public Problem withDetail(String words) {
        return new Problem(code, words, pointer, facts);
    }

    Problem at(String place) {
        return new Problem(code, detail, place, facts);
    }

    public Problem withFacts(Map<String, String> more) {
        return new Problem(code, detail, pointer, more);
    }

    /** The body of the answer. */
    String toJson(String path, String requestId) {
        JsonObject json = new JsonObject()
                .text("type", "/errors/" + code.code())
                .text("title", code.title())
                .number("status", code.status())
                .text("detail", detail)
                .text("instance", path)
                .text("code", code.code())
                .text("request_id", requestId)
                .flag("retryable", code.isRetryable());
        if (pointer != null) {
            String place = pointer;
            json.objects("errors", List.of(place), (error, at) -> error.text("pointer", at)
                    .text("code", code.code())
                    .text("detail", detail));
        }
        Facts.write(json, facts);
        return json.toString();
    }
}

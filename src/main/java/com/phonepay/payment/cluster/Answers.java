package com.phonepay.payment.cluster;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.payment.Reply;
import java.util.function.Function;

/** Turns what a slice said into what a port answers. */
final class Answers {
    static final Rejection OUTCOME_UNKNOWN = Rejection.of(
            "outcome_unknown",
            Rejection.Kind.UNAVAILABLE,
            "Nobody could say in time whether this was taken. Repeat it with the same Idempotency-Key.");

    private Answers() {}

    /** The expected answer or a refusal; anything else is a bug and throws. */
    static <A extends Answer, T> Reply<T> expect(Answer answer, Class<A> type, Function<? super A, T> value) {
        if (answer instanceof Rejection rejection) {
            return Reply.refused(rejection);
        }
        return Reply.given(value.apply(type.cast(answer)));
    }
}

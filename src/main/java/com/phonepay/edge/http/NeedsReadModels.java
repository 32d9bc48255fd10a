package com.phonepay.edge.http;

import com.phonepay.payment.Reply;
import com.phonepay.readmodel.UnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** For answers that only the read models have. */
final class NeedsReadModels {
    private NeedsReadModels() {}

    /** Refuses with this code where they are down; any other fault stays what it is. */
    static <T> CompletionStage<T> or(ErrorCode down, CompletionStage<T> answer) {
        return answer.exceptionallyCompose(fault -> {
            Throwable cause = Reply.cause(fault);
            return CompletableFuture.failedFuture(
                    cause instanceof UnavailableException ? new RefusedException(down) : cause);
        });
    }
}

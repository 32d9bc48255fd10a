package com.phonepay.payment;

import com.phonepay.kernel.Rejection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What a port answers: the value that was asked for, or a named refusal. A fault (nobody answered) is a failed stage.
 *
 * @param <T> the value of an accepted request
 */
public sealed interface Reply<T> {

    /** The request was accepted and done. */
    record Given<T>(T value) implements Reply<T> {}

    /** The request was refused and nothing changed, unless the code says that the outcome is unknown. */
    record Refused<T>(Rejection rejection) implements Reply<T> {}

    static <T> Reply<T> given(T value) {
        return new Given<>(value);
    }

    static <T> Reply<T> refused(Rejection rejection) {
        return new Refused<>(rejection);
    }

    default <R> R fold(Function<? super T, ? extends R> given, Function<? super Rejection, ? extends R> refused) {
        if (this instanceof Given<T> accepted) {
            return given.apply(accepted.value());
        }
        return refused.apply(((Refused<T>) this).rejection());
    }

    default <R> Reply<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> given(change.apply(value)), Reply::refused);
    }

    /** Goes on with the value where there is one; a refusal is passed through. */
    static <T, R> CompletionStage<Reply<R>> andThen(
            CompletionStage<Reply<T>> first, Function<? super T, CompletionStage<Reply<R>>> next) {
        return first.thenCompose(reply -> reply.fold(next, Reply::refusedStage));
    }

    static <T> CompletionStage<Reply<T>> refusedStage(Rejection rejection) {
        return CompletableFuture.completedFuture(refused(rejection));
    }

    /** The fault itself, without the wrapper that stages put around it. */
    static Throwable cause(Throwable fault) {
        Throwable cause = fault.getCause();
        return fault instanceof CompletionException && cause != null ? cause : fault;
    }
}

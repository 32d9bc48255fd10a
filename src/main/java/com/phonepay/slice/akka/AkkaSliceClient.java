package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import akka.pattern.AskTimeoutException;
import akka.pattern.Patterns;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.SliceClient;
import com.phonepay.slice.wire.Request;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a slice through cluster sharding. Asks once; whether to ask again is the caller's business. */
final class AkkaSliceClient implements SliceClient {
    private final Function<SliceType, ActorRef> regions;
    private final Executor callers;
    private final StepWatch steps;

    /**
     * @param callers what runs the continuation of an answer: not the slice that gave it, which has more to do, and not
     *     the JDK's default, which on a machine of two cores is a new thread for each
     */
    AkkaSliceClient(Function<SliceType, ActorRef> regions, Executor callers, StepWatch steps) {
        this.regions = regions;
        this.callers = callers;
        this.steps = steps;
    }

    @Override
    public CompletionStage<Answer> ask(SliceAddress to, Message message, Duration timeout) {
        Request request = new Request(new Envelope(to, null, System.currentTimeMillis(), message));
        steps.asked(to, message);
        return Patterns.ask(regions.apply(to.type()), request, timeout)
                .handleAsync((answer, failure) -> answered(to, (Answer) answer, failure), callers);
    }

    private Answer answered(SliceAddress to, @Nullable Answer answer, @Nullable Throwable failure) {
        if (answer != null) {
            steps.answered(to, answer);
            return answer;
        }
        if (failure instanceof AskTimeoutException
                || (failure != null && failure.getCause() instanceof AskTimeoutException)) {
            TimeoutException silent = new TimeoutException("No answer from " + to);
            silent.initCause(failure);
            throw new CompletionException(silent);
        }
        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }
}

package com.phonepay.payment.cluster;

import akka.actor.typed.ActorSystem;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.SliceClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * Asks a slice, and asks again while it does not answer: a slice may just be moving to another node. Everything asked
 * here may arrive twice; commands carry an id, questions change nothing.
 */
public final class Asking {
    private final SliceClient slices;
    private final ActorSystem<?> system;
    private final Patience patience;

    public Asking(SliceClient slices, ActorSystem<?> system, Patience patience) {
        this.slices = slices;
        this.system = system;
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** Fails with a {@link TimeoutException} where nobody answered in the caller's time. */
    CompletionStage<Answer> ask(SliceAddress to, Message question) {
        return askAgain(to, attempt -> question);
    }

    /** The same; the message is made anew for each attempt, which counts from 1. */
    CompletionStage<Answer> askAgain(SliceAddress to, IntFunction<Message> message) {
        Run run = new Run(to, message, System.nanoTime() + patience.total().toNanos());
        run.attempt(1);
        return run.answer;
    }

    /** Asks a single time, where asking again would do something again. */
    CompletionStage<Answer> askOnce(SliceAddress to, Message question) {
        return askOnce(to, question, patience.total());
    }

    CompletionStage<Answer> askOnce(SliceAddress to, Message question, Duration timeout) {
        return slices.ask(to, question, timeout);
    }

    /** One message on its way until it is answered. */
    private final class Run {
        private final SliceAddress to;
        private final IntFunction<Message> message;
        private final long deadline;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Run(SliceAddress to, IntFunction<Message> message, long deadline) {
            this.to = to;
            this.message = message;
            this.deadline = deadline;
        }

        void attempt(int number) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (answer.isDone()) {
                return;
            }
            if (left.isNegative() || left.isZero()) {
                answer.completeExceptionally(new TimeoutException("No answer from " + to));
                return;
            }
            slices.ask(to, message.apply(number), left).whenComplete((reply, fault) -> {
                if (fault == null && settles(reply, number)) {
                    answer.complete(reply);
                }
            });
            if (!answer.isDone()) {
                againAfter(left, number + 1);
            }
        }

        /** A busy slice says nothing about an earlier attempt, which may still be taken. */
        private boolean settles(Answer reply, int number) {
            return number == 1
                    || !(reply instanceof Rejection rejection)
                    || rejection.kind() != Rejection.Kind.UNAVAILABLE;
        }

        private void againAfter(Duration left, int number) {
            Duration pause = left.compareTo(patience.resendEvery()) < 0 ? left : patience.resendEvery();
            var timer = system.scheduler().scheduleOnce(pause, () -> attempt(number), system.executionContext());
            var unused = answer.whenComplete((reply, fault) -> timer.cancel());
        }
    }
}

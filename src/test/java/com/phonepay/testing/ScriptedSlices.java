package com.phonepay.testing;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.SliceClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Slices behind a network that a test spoils, message type by message type. */
public final class ScriptedSlices implements SliceClient {
    private final SliceClient slices;
    private final List<Message> asked = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, UnaryOperator<CompletionStage<Answer>>> spoilt = new ConcurrentHashMap<>();
    private final Map<Class<?>, Answer> instead = new ConcurrentHashMap<>();

    public ScriptedSlices(SliceClient slices) {
        this.slices = slices;
    }

    /** Messages of this type arrive, and their answers get lost. */
    public void loseAnswersTo(Class<? extends Message> type) {
        spoilt.put(type, answer -> new CompletableFuture<>());
    }

    /** Messages of this type never arrive; this is answered in their place. */
    public void answer(Class<? extends Message> type, Answer answer) {
        instead.put(type, answer);
    }

    /** From now on everything arrives again. */
    public void heal() {
        spoilt.clear();
        instead.clear();
    }

    /** Every message of this type so far. */
    public <M extends Message> List<M> asked(Class<M> type) {
        return asked.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public CompletionStage<Answer> ask(SliceAddress to, Message message, Duration timeout) {
        asked.add(message);
        Answer ready = instead.get(message.getClass());
        if (ready != null) {
            return CompletableFuture.completedFuture(ready);
        }
        UnaryOperator<CompletionStage<Answer>> spoil =
                spoilt.getOrDefault(message.getClass(), UnaryOperator.identity());
        return spoil.apply(slices.ask(to, message, timeout))
                .toCompletableFuture()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}

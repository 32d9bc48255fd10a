package com.phonepay.coordinator;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.SliceClient;
import com.phonepay.transaction.InDoubtAnswer;
import com.phonepay.transaction.QueryInDoubt;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that every transaction ends: asks each transaction slice for what has not, keeps the counts, and warns of
 * those that are past their deadline. The slices drive their own transactions; nothing waits for this.
 */
public final class InDoubtWatch extends AbstractBehavior<InDoubtWatch.Command> {
    private static final Logger LOG = LoggerFactory.getLogger(InDoubtWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int OLDEST = 20;
    /** An undecided transaction is aborted at its deadline; this much later it should have happened. */
    private static final long GRACE_MS = 5_000;

    /** What the watch is told, by itself only. */
    public sealed interface Command {}

    private record Look() implements Command {}

    private record Seen(int slice, @Nullable Answer answer) implements Command {}

    private final SliceClient client;
    private final Slices slices;
    private final AtomicIntegerArray inDoubt;
    private final Consumer<Boolean> coordinates;

    /**
     * The watch, to be started as a singleton.
     *
     * @param coordinates told true when the singleton starts on this node and false when it ends
     */
    public static Behavior<Command> create(
            SliceClient client, Slices slices, MeterRegistry metrics, Consumer<Boolean> coordinates) {
        return Behaviors.setup(context -> Behaviors.withTimers(
                timers -> new InDoubtWatch(context, timers, client, slices, metrics, coordinates)));
    }

    private InDoubtWatch(
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            SliceClient client,
            Slices slices,
            MeterRegistry metrics,
            Consumer<Boolean> coordinates) {
        super(context);
        this.client = client;
        this.slices = slices;
        this.inDoubt = new AtomicIntegerArray(slices.count());
        this.coordinates = coordinates;
        for (int slice = 0; slice < slices.count(); slice++) {
            int number = slice;
            Tags tags = Tags.of("slice", address(slice).toString());
            metrics.gauge("phonepay.transactions.open", tags, inDoubt, counts -> counts.get(number));
        }
        timers.startTimerWithFixedDelay(new Look(), EVERY);
        coordinates.accept(true);
        LOG.info("The coordinator runs on this node");
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Look.class, look -> look())
                .onMessage(Seen.class, this::seen)
                .onSignal(PostStop.class, stopped -> ended())
                .build();
    }

    private Behavior<Command> look() {
        for (int slice = 0; slice < slices.count(); slice++) {
            int number = slice;
            getContext()
                    .pipeToSelf(
                            client.ask(address(slice), new QueryInDoubt(OLDEST), TIMEOUT),
                            (answer, failure) -> new Seen(number, answer));
        }
        return this;
    }

    /** A slice that does not answer keeps its last count; it is asked again soon. */
    private Behavior<Command> seen(Seen seen) {
        if (seen.answer() instanceof InDoubtAnswer open) {
            inDoubt.set(seen.slice(), open.total());
            long now = System.currentTimeMillis();
            open.oldest().stream().filter(view -> isLate(view, now)).forEach(InDoubtWatch::warn);
        }
        return this;
    }

    private static boolean isLate(TransactionView view, long now) {
        return now > view.resolveBy() + GRACE_MS;
    }

    private static void warn(TransactionView view) {
        LOG.warn(
                "Transaction {} is {} and has not ended after its deadline",
                view.terms().id(),
                view.status() == TransactionStatus.PENDING ? "undecided" : "decided " + view.status());
    }

    private Behavior<Command> ended() {
        coordinates.accept(false);
        return this;
    }

    private static SliceAddress address(int slice) {
        return new SliceAddress(SliceType.TRANSACTIONS, slice);
    }
}

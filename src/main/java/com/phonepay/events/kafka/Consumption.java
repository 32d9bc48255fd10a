package com.phonepay.events.kafka;

import akka.Done;
import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.kafka.CommitterSettings;
import akka.kafka.ConsumerMessage;
import akka.kafka.ConsumerSettings;
import akka.kafka.Subscriptions;
import akka.kafka.javadsl.Committer;
import akka.kafka.javadsl.Consumer;
import akka.stream.KillSwitches;
import akka.stream.RestartSettings;
import akka.stream.UniqueKillSwitch;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.phonepay.events.EventHandler;
import com.phonepay.events.Topic;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link EventHandler} on this node: its consumer group shares the partitions with the other nodes, each event
 * is handled once, what can not be read is set aside, and whatever fails is tried again from the last commit, later each
 * time. Reading and committing restart together: half of it alone would stop without a word.
 */
public final class Consumption {
    private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
    private static final int BATCH = 500;
    private static final Duration BATCH_WAIT = Duration.ofMillis(20);
    private static final RestartSettings RESTART =
            RestartSettings.create(Duration.ofMillis(500), Duration.ofSeconds(15), 0.2);

    private final ActorSystem system;
    private final KafkaSettings settings;
    private final EventHandler handler;
    private final ConsumerProgress progress;
    private final DeadLetters deadLetters;
    private final WorkerActivity activity;
    private final java.util.function.Consumer<String> passing;

    /** @param passing is told the names of the places that are passed, where a test may end the process */
    public Consumption(
            ActorSystem system,
            KafkaSettings settings,
            EventHandler handler,
            ConsumerProgress progress,
            DeadLetters deadLetters,
            WorkerActivity activity,
            java.util.function.Consumer<String> passing) {
        this.system = system;
        this.settings = settings;
        this.handler = handler;
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.activity = activity;
        this.passing = passing;
    }

    /** Begins. Goes on until the switch is used or the system ends. */
    public UniqueKillSwitch start() {
        activity.register(handler.name());
        return RestartSource.withBackoff(RESTART, this::reading)
                .viaMat(KillSwitches.single(), Keep.right())
                .to(Sink.ignore())
                .run(system);
    }

    private Source<Done, NotUsed> reading() {
        BatchWork work =
                new BatchWork(handler, new PartitionMemory(handler.name(), progress), deadLetters, activity, passing);
        return Consumer.committableSource(
                        consuming(),
                        Subscriptions.topics(
                                handler.topics().stream().map(Topic::label).collect(Collectors.toSet())))
                .groupedWithin(BATCH, BATCH_WAIT)
                .mapAsync(1, batch -> handled(work, batch))
                .via(Committer.flow(CommitterSettings.create(settings.committer())))
                .mapError(new akka.japi.pf.PFBuilder<Throwable, Throwable>()
                        .matchAny(this::noted)
                        .build())
                .mapMaterializedValue(control -> NotUsed.getInstance());
    }

    private static CompletionStage<ConsumerMessage.Committable> handled(
            BatchWork work, java.util.List<ConsumerMessage.CommittableMessage<String, byte[]>> batch) {
        return work.handle(batch.stream()
                        .map(ConsumerMessage.CommittableMessage::record)
                        .toList())
                .thenApply(done -> ConsumerMessage.createCommittableOffsetBatch(batch.stream()
                        .map(ConsumerMessage.CommittableMessage::committableOffset)
                        .toList()));
    }

    private Throwable noted(Throwable failure) {
        LOG.warn("The worker {} waits and tries again: {}", handler.name(), failure.toString());
        activity.failed(handler.name());
        return failure;
    }

    private ConsumerSettings<String, byte[]> consuming() {
        return ConsumerSettings.create(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer())
                .withBootstrapServers(settings.bootstrapServers())
                .withGroupId("phonepay." + handler.name())
                .withClientId(settings.client() + "-" + handler.name());
    }
}

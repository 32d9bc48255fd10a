package com.phonepay;

import akka.actor.ActorSystem;
import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.events.EventHandler;
import com.phonepay.events.LiveFeed;
import com.phonepay.events.Republisher;
import com.phonepay.events.kafka.ConsumerProgress;
import com.phonepay.events.kafka.Consumption;
import com.phonepay.events.kafka.DeadLetters;
import com.phonepay.events.kafka.JournalTap;
import com.phonepay.events.kafka.KafkaFeed;
import com.phonepay.events.kafka.KafkaSettings;
import com.phonepay.events.kafka.Publisher;
import com.phonepay.events.kafka.Republishing;
import com.phonepay.events.kafka.TapMeters;
import com.phonepay.events.kafka.TapPositions;
import com.phonepay.events.kafka.TapRequests;
import com.phonepay.events.kafka.TopicKeeper;
import com.phonepay.events.kafka.WorkerActivity;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.ops.NodeState;
import com.phonepay.ops.fault.FailPoints;
import com.phonepay.slice.journal.JournalFollower;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.journal.ReleasedEvents;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** How committed events leave this node and come back to its workers: the tap, and what consumes from Kafka. */
final class CommittedEvents {
    private static final int BLOCKING_THREADS = 4;

    private final ActorSystem system;
    private final KafkaSettings settings;
    private final Kept kept;
    private final NodeState state;
    private final Publisher publisher;
    private final TopicKeeper topics;
    private final WorkerActivity activity;

    /** What is kept in Cassandra about it. */
    record Kept(TapPositions positions, ConsumerProgress progress) {
        static CompletionStage<Kept> open(CqlSession session, String keyspace) {
            return TapPositions.open(session, keyspace)
                    .thenCombine(ConsumerProgress.open(session, keyspace), Kept::new);
        }
    }

    CommittedEvents(ActorSystem system, KafkaSettings settings, Kept kept, NodeState state) {
        Executor blocking = Executors.newFixedThreadPool(BLOCKING_THREADS, CommittedEvents::thread);
        this.system = system;
        this.settings = settings;
        this.kept = kept;
        this.state = state;
        this.publisher = new Publisher(settings, blocking);
        this.topics = new TopicKeeper(settings, blocking);
        this.activity = new WorkerActivity(state.metrics());
        state.works(activity::recent);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "kafka-blocking");
        thread.setDaemon(true);
        return thread;
    }

    /** The tap of the slices that this node owns. */
    ReleaseWatch tap(ReleasedEvents journal, Predicate<SliceAddress> owned) {
        TapMeters meters = new TapMeters(state.metrics(), InstantSource.system());
        JournalTap tap = new JournalTap(journal, kept.positions(), publisher, topics, meters);
        MortalTap mortal = new MortalTap(tap, FailPoints.of(system));
        JournalFollower follower = new JournalFollower(system, journal, mortal, settings.tapPause());
        new TapRequests(tap, follower, owned).start(system);
        return follower;
    }

    /** The feed for people who are connected; begins to read. */
    LiveFeed feed() {
        KafkaFeed feed = new KafkaFeed(system, settings, topics, InstantSource.system());
        feed.start();
        return feed;
    }

    Republisher republisher(Slices slices) {
        return new Republishing(kept.positions(), slices, InstantSource.system());
    }

    /** Starts consumers; they wait for Kafka by themselves. */
    void consume(List<EventHandler> handlers) {
        DeadLetters deadLetters = new DeadLetters(publisher);
        FailPoints failPoints = FailPoints.of(system);
        handlers.forEach(handler -> new Consumption(
                        system, settings, handler, kept.progress(), deadLetters, activity, failPoints::passed)
                .start());
    }
}

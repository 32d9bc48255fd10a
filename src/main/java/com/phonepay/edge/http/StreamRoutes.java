package com.phonepay.edge.http;

import akka.NotUsed;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.stream.BoundedSourceQueue;
import akka.stream.QueueOfferResult;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.phonepay.edge.auth.Principal;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.LiveFeed;
import com.phonepay.events.PaymentEnded;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events: a user's own payments, for administrators all of them and the fraud screen's verdicts. A stream
 * ends when a token would; a client connects again with the last id that it saw and misses nothing.
 */
final class StreamRoutes {
    static final ContentType.WithFixedCharset EVENT_STREAM = ContentTypes.create(MediaTypes.TEXT_EVENT_STREAM);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int STREAMS_MAX = 2_000;
    /** Events that may wait for a slow client. More, and the client is let go; it can resume. */
    private static final int WAITING_MAX = 1_024;

    private final LiveFeed feed;
    private final AtomicInteger open = new AtomicInteger();

    StreamRoutes(LiveFeed feed) {
        this.feed = feed;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/events/stream", Access.USER, Load.OTHER, Set.of("last_event_id"), this::stream));
    }

    private CompletionStage<HttpResponse> stream(Exchange exchange) {
        if (open.incrementAndGet() > STREAMS_MAX) {
            open.decrementAndGet();
            throw new RefusedException(ErrorCode.OVERLOADED);
        }
        String after = exchange.header("Last-Event-ID")
                .or(() -> exchange.parameter("last_event_id"))
                .orElse("");
        Source<ByteString, NotUsed> events = events(after, exchange.caller())
                .keepAlive(HEARTBEAT, () -> ByteString.fromString(": heartbeat\n\n"))
                .takeWithin(LIFE);
        HttpResponse response = HttpResponse.create()
                .withEntity(HttpEntities.createChunked(EVENT_STREAM, events))
                .addHeader(RawHeader.create("X-Accel-Buffering", "no"));
        return CompletableFuture.completedFuture(response);
    }

    private Source<ByteString, NotUsed> events(String after, Principal caller) {
        return Source.<ByteString>queue(WAITING_MAX)
                .mapMaterializedValue(queue -> {
                    Writer writer = new Writer(queue, caller);
                    writer.follow(after.isEmpty() ? null : after);
                    return writer;
                })
                .watchTermination((writer, done) -> {
                    done.whenComplete((end, fault) -> writer.end());
                    return NotUsed.getInstance();
                });
    }

    private static boolean concerns(CommittedEvent event, Principal caller) {
        if (caller.isAdmin()) {
            return true;
        }
        String own = caller.account().value();
        return event.payload() instanceof PaymentEnded ended
                && (ended.payerId().equals(own) || ended.payeeId().equals(own));
    }

    /** Writes the events of one stream. */
    private final class Writer implements LiveFeed.Listener {
        private final BoundedSourceQueue<ByteString> queue;
        private final Principal caller;
        private LiveFeed.@Nullable Subscription subscription;
        private boolean ended;

        Writer(BoundedSourceQueue<ByteString> queue, Principal caller) {
            this.queue = queue;
            this.caller = caller;
        }

        void follow(@Nullable String after) {
            LiveFeed.Subscription following = feed.follow(after, event -> concerns(event, caller), this);
            synchronized (this) {
                subscription = following;
                if (ended) {
                    following.cancel();
                }
            }
        }

        void end() {
            open.decrementAndGet();
            synchronized (this) {
                ended = true;
                if (subscription != null) {
                    subscription.cancel();
                }
            }
        }

        @Override
        public void begins(String id) {
            write("ready", id, "{}");
        }

        @Override
        public void gap(String id) {
            write("reset", id, "{}");
        }

        @Override
        public void event(String id, CommittedEvent event) {
            write(event.topic().label(), id, LiveEventJson.of(event, caller).toString());
        }

        private void write(String name, String id, String data) {
            ByteString text = ByteString.fromString("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
            if (queue.offer(text) == QueueOfferResult.dropped()) {
                queue.fail(new IllegalStateException("the client reads too slowly"));
            }
        }
    }
}

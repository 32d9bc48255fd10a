package com.phonepay.events.kafka;

import com.phonepay.events.CommittedEvent;
import com.phonepay.kernel.SliceAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** What the taps of this node did: how many events of which slice, and how old they were when Kafka had them. */
public final class TapMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Timer lag;
    private final ConcurrentHashMap<String, Counter> counters = new ConcurrentHashMap<>();

    public TapMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        this.lag = Timer.builder("phonepay.tap.lag")
                .description("From a row's slice time to Kafka's acknowledgement")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void published(SliceAddress slice, List<CommittedEvent> events) {
        counters.computeIfAbsent(
                        slice.type().label(), type -> registry.counter("phonepay.tap.events", "slice_type", type))
                .increment(events.size());
        // The oldest of them waited for longest.
        lag.record(Duration.ofMillis(Math.max(0, clock.millis() - events.get(0).at())));
    }
}

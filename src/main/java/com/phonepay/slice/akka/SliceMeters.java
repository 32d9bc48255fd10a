package com.phonepay.slice.akka;

import com.phonepay.kernel.SliceAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What is counted about slices. Names and labels are for dashboards and must stay. */
public final class SliceMeters {
    private static final String SLICE = "slice";

    private final MeterRegistry registry;

    public SliceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void alarm(SliceAddress slice, String code) {
        registry.counter("phonepay.slice.alarms", SLICE, slice.toString(), "code", code)
                .increment();
    }

    void dropped(SliceAddress slice, String why) {
        registry.counter("phonepay.slice.dropped", SLICE, slice.toString(), "why", why)
                .increment();
    }

    void discardedRows(SliceAddress slice, int rows) {
        registry.counter("phonepay.slice.rows.discarded", SLICE, slice.toString())
                .increment(rows);
    }

    void released(SliceAddress slice) {
        registry.counter("phonepay.slice.rows.released", SLICE, slice.toString())
                .increment();
    }

    void ended(SliceAddress slice, String why) {
        registry.counter("phonepay.slice.ended", SLICE, slice.toString(), "why", why)
                .increment();
    }

    void recovered(SliceAddress slice, long nanos) {
        registry.timer("phonepay.slice.recovery", SLICE, slice.toString()).record(Duration.ofNanos(nanos));
    }

    void snapshot(SliceAddress slice, boolean saved) {
        registry.counter("phonepay.slice.snapshots", SLICE, slice.toString(), "saved", Boolean.toString(saved))
                .increment();
    }
}

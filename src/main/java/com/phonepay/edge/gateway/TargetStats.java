package com.phonepay.edge.gateway;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/** What one gateway measured at one payment node. */
final class TargetStats {
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LatencyWindow latency = new LatencyWindow();

    void begin() {
        requests.increment();
        inFlight.incrementAndGet();
    }

    /** @param failed true where there was no answer, or one that says 5xx */
    void end(long nanos, boolean failed, long nowMs) {
        inFlight.decrementAndGet();
        latency.record(nanos / 1_000, nowMs);
        if (failed) {
            errors.increment();
        }
    }

    /** A request that failed elsewhere comes here for its second try. */
    void retried() {
        retries.increment();
    }

    long requests() {
        return requests.sum();
    }

    long errors() {
        return errors.sum();
    }

    long retries() {
        return retries.sum();
    }

    int inFlight() {
        return inFlight.get();
    }

    /** The latencies of the last minute, as text that another node can add to its own. */
    String window(long nowMs) {
        Histogram micros = latency.micros(nowMs);
        ByteBuffer bytes = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}

package com.phonepay.events.kafka;

import com.phonepay.events.Republisher;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks all taps of the cluster, by a note in Cassandra that each owner reads within seconds. */
public final class Republishing implements Republisher {
    private final TapPositions positions;
    private final Slices slices;
    private final InstantSource clock;

    public Republishing(TapPositions positions, Slices slices, InstantSource clock) {
        this.positions = positions;
        this.slices = slices;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Integer> republishAll() {
        String id = String.format("%015d", clock.millis());
        CompletableFuture<?>[] asked = Stream.of(SliceType.values())
                .flatMap(type -> IntStream.range(0, slices.count()).mapToObj(number -> new SliceAddress(type, number)))
                .map(slice -> positions.request(slice, id).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked).thenApply(done -> asked.length);
    }
}

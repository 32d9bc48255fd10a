package com.phonepay.causal;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.causal.Step.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class CausalLogTest {
    private static final String ID = "T0001" + "ab".repeat(16);

    private final CausalLog log = new CausalLog(64);

    @Test
    void keepsTheNewestAndCountsWhatMadeRoom() {
        IntStream.rangeClosed(1, 100).forEach(number -> log.note(step(number, ID)));
        assertThat(log.of(ID, 500)).extracting(Step::lamport).startsWith(37L).endsWith(100L);
        assertThat(log.kept()).isEqualTo(64);
        assertThat(log.forgotten()).isEqualTo(36);
        assertThat(log.newest(3)).extracting(Step::lamport).containsExactly(98L, 99L, 100L);
    }

    @Test
    void aRushOfPaymentsDoesNotPushOutWhatHappenedToSlices() {
        log.note(step(1, ""));
        IntStream.rangeClosed(2, 1_000).forEach(number -> log.note(step(number, ID)));
        assertThat(log.of("T-another", 500)).extracting(Step::lamport).containsExactly(1L);
    }

    @Test
    void showsACopyAmongTheOwnSteps() {
        log.note(step(2, ID));
        log.keepCopy(step(1, ID));
        log.keepCopy(step(3, ""));
        assertThat(log.of(ID, 500)).extracting(Step::lamport).containsExactly(1L, 2L, 3L);
    }

    @Test
    void copiesWhatWasThereARoundAgoAndCountsTheRest() {
        AtomicLong missed = new AtomicLong();
        Copying copying = new Copying(log.own(), 10, missed::addAndGet);
        IntStream.rangeClosed(1, 5).forEach(number -> log.note(step(number, ID)));
        assertThat(copying.next()).isEmpty();
        assertThat(copying.next()).hasSize(5);
        IntStream.rangeClosed(6, 30).forEach(number -> log.note(step(number, ID)));
        assertThat(copying.next()).isEmpty();
        assertThat(copying.next()).extracting(Step::lamport).startsWith(21L).endsWith(30L);
        assertThat(missed).hasValue(15);
    }

    /** A collector that took what was there and never comes back, and a reader that reads all the time. */
    @Test
    @Timeout(60)
    void nobodyWaitsForACollectorThatIsStuck() {
        CausalLog large = new CausalLog(4_096);
        AtomicLong missed = new AtomicLong();
        CountDownLatch never = new CountDownLatch(1);
        Copying copying = new Copying(large.own(), 100, missed::addAndGet);
        CompletableFuture<Void> stuck = CompletableFuture.runAsync(() -> {
            copying.next();
            await(never);
        });
        double alone = nanosEach(new CausalLog(4_096));
        double beside = nanosEach(large);
        assertThat(stuck).isNotDone();
        assertThat(large.kept()).isEqualTo(4_096);
        assertThat(large.forgotten()).isEqualTo(large.own().count() - 4_096);
        assertThat(beside).as("nanoseconds, and without a collector %s", alone).isLessThan(20_000);
        never.countDown();
        stuck.join();
        copying.next();
        copying.next();
        assertThat(missed.get()).isPositive();
    }

    private static double nanosEach(CausalLog log) {
        int threads = 2;
        int steps = 200_000;
        long begun = System.nanoTime();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            writers.add(CompletableFuture.runAsync(
                    () -> IntStream.range(0, steps).forEach(number -> log.note(step(number, ID)))));
        }
        writers.forEach(CompletableFuture::join);
        return (double) Duration.ofNanos(System.nanoTime() - begun).toNanos() / (threads * steps);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Step step(long lamport, String transaction) {
        return new Step(lamport, 0, "node-1", "wallets-1", "VOTE", Event.SENT, "wallets-1", "api", transaction, "", "");
    }
}

package com.phonepay.jobs.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
    @Test
    void isExactForShortTimesAndCloseForLongOnes() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            long[] times = random.longs(1 + random.nextInt(300), 0, 1L << (1 + random.nextInt(36)))
                    .toArray();
            LatencyHistogram histogram = new LatencyHistogram();
            Arrays.stream(times).forEach(histogram::record);
            Arrays.sort(times);
            for (double part : new double[] {0.5, 0.95, 0.99, 1}) {
                long exact = times[(int) Math.ceil(part * times.length) - 1];
                assertThat(histogram.percentile(part)).isBetween(exact, exact < 64 ? exact : exact + exact / 31);
            }
        }
    }

    @Test
    void partsAddUpToTheWholeAfterTheirJourney() throws IOException {
        LatencyHistogram whole = new LatencyHistogram();
        LatencyHistogram sum = new LatencyHistogram();
        for (int part = 0; part < 5; part++) {
            LatencyHistogram one = new LatencyHistogram();
            for (int i = 0; i < 1_000; i++) {
                one.record(i * (part + 1L));
                whole.record(i * (part + 1L));
            }
            sum.add(travelled(one));
        }
        for (double part = 0.01; part <= 1; part += 0.01) {
            assertThat(sum.percentile(part)).isEqualTo(whole.percentile(part));
        }
    }

    @Test
    void copesWithClocksThatRanBackAndWithNothing() {
        LatencyHistogram histogram = new LatencyHistogram();
        assertThat(histogram.percentile(0.5)).isZero();
        histogram.record(-5);
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.percentile(0.5)).isZero();
        assertThat(histogram.percentile(1)).isPositive();
    }

    private static LatencyHistogram travelled(LatencyHistogram from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        from.write(new DataOutputStream(bytes));
        LatencyHistogram to = new LatencyHistogram();
        to.readFields(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        return to;
    }
}

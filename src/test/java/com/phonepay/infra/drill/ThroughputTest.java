package com.phonepay.infra.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ThroughputTest {
    private static final long MS = 1_000_000L;

    @Test
    void anAnswerCountsInTheSecondInWhichItCame() {
        var curve = Throughput.curve(-1_500 * MS, times(-1_400, -1, 0, 999, 2_000), times(1_000, 1_999));
        assertThat(curve.fromMs()).isEqualTo(-2_000);
        assertThat(curve.everyMs()).isEqualTo(1_000);
        assertThat(curve.acknowledged()).containsExactly(1, 1, 2, 0, 1);
        assertThat(curve.declined()).containsExactly(0, 0, 0, 2, 0);
    }

    @Test
    void aStallIsARowOfZeros() {
        var curve = Throughput.curve(-1_000 * MS, times(-500, 10_500), times());
        assertThat(curve.acknowledged()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void aLongDrillHasLongerSpansAndLosesNobody() {
        for (long seconds : List.of(118L, 119L, 120L, 121L, 240L, 241L, 1_000L)) {
            long[] each = LongStream.rangeClosed(-3, seconds)
                    .map(second -> second * 1_000 * MS)
                    .toArray();
            var curve = Throughput.curve(-3_000 * MS, each, times(0));
            assertThat(curve.acknowledged()).hasSizeLessThanOrEqualTo(Throughput.POINTS_MAX);
            assertThat(curve.acknowledged().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(each.length);
            assertThat(curve.fromMs() % curve.everyMs())
                    .as("the fault is an edge")
                    .isZero();
            assertThat(curve.declined()).hasSameSizeAs(curve.acknowledged()).contains(1);
        }
    }

    @Test
    void aDrillWithoutAnswersIsFlat() {
        var curve = Throughput.of(List.of(), 7);
        assertThat(curve.acknowledged()).containsExactly(0);
        assertThat(curve.declined()).containsExactly(0);
    }

    @Test
    void onlyFinalAnswersCount() {
        var attempts = List.of(attempt("SUCCESS"), attempt("FAILED"), attempt("PENDING"));
        var curve = Throughput.of(attempts, attempts.get(0).sentAt());
        assertThat(curve.acknowledged().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1);
        assertThat(curve.declined().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(JsonFiles.JSON.valueToTree(curve).toString())
                .startsWith("{\"from_ms\":0,\"every_ms\":1000,\"acknowledged\":[")
                .contains("],\"declined\":[");
    }

    private static Attempt attempt(String status) {
        var attempt = new Attempt("key", 0, 1, BigDecimal.ONE);
        JsonNode body = JsonFiles.JSON.createObjectNode().put("status", status);
        attempt.hear(new Teller.Answer(200, body, body.toString()));
        return attempt;
    }

    private static long[] times(long... ms) {
        return LongStream.of(ms).map(each -> each * MS).toArray();
    }
}

package com.phonepay.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdSetTest {
    @Test
    void knowsExactlyWhatWasAdded() {
        IdSet ids = new IdSet();
        IntStream.range(0, 50_000).forEach(n -> ids.add("asha:" + n));
        IntStream.range(0, 50_000).forEach(n -> ids.add("asha:" + n));
        assertThat(ids.distinct()).isEqualTo(50_000);
        assertThat(IntStream.range(0, 50_000)).allMatch(n -> ids.contains("asha:" + n));
        assertThat(IntStream.range(50_000, 100_000)).noneMatch(n -> ids.contains("asha:" + n));
        ids.add("ravi:1");
        assertThat(ids.contains("ravi:1")).isTrue();
    }
}

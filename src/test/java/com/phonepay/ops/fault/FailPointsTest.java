package com.phonepay.ops.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailPointsTest {
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void endOneProcessWhereTheyAreArmed(@TempDir Path directory) throws IOException {
        FailPoints one = new FailPoints(Optional.of(directory), ended::incrementAndGet);
        FailPoints other = new FailPoints(Optional.of(directory), ended::incrementAndGet);
        one.passed("a.place");
        assertThat(ended).hasValue(0);
        Files.createFile(directory.resolve("a.place"));
        one.passed("another.place");
        assertThat(ended).hasValue(0);
        one.passed("a.place");
        other.passed("a.place");
        assertThat(ended).hasValue(1);
    }

    @Test
    void areNothingWithoutADirectory(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("a.place"));
        new FailPoints(Optional.empty(), ended::incrementAndGet).passed("a.place");
        assertThat(ended).hasValue(0);
    }
}

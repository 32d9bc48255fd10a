package com.phonepay.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** How much memory new processes may still take: what the machine has left, and what a container allows. */
final class Memory {

    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path CONTAINER = Path.of("/sys/fs/cgroup");

    private Memory() {}

    /** Empty where the system does not tell. */
    static OptionalLong availableBytes() {
        return LongStream.concat(machine().stream(), container().stream()).min();
    }

    private static OptionalLong machine() {
        try (var lines = Files.lines(MACHINE)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong container() {
        try {
            var limit = Files.readString(CONTAINER.resolve("memory.max")).strip();
            var used = Files.readString(CONTAINER.resolve("memory.current")).strip();
            return limit.equals("max")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(limit) - Long.parseLong(used));
        } catch (IOException noLimit) {
            return OptionalLong.empty();
        }
    }
}

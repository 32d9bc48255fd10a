package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.core.type.TypeReference;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Who runs, by name, on disk: so that a cluster whose supervisor was killed can still be found and ended. Each process
 * is recorded with its start, so that a number that the system has given to somebody else is never mistaken for ours.
 */
public final class ProcessRecords {

    public static final String SUPERVISOR = "supervisor";

    private final Path file;

    public ProcessRecords(Layout layout) {
        file = layout.run().resolve("processes.json");
    }

    public Map<String, ProcessIdentity> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        return JsonFiles.JSON.readValue(file.toFile(), new TypeReference<Map<String, ProcessIdentity>>() {});
    }

    public void write(Map<String, ProcessIdentity> processes) throws IOException {
        JsonFiles.write(file, processes);
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}

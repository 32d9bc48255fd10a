package com.phonepay.worker.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A place for files that are complete or not there. Names are {@code topic/dt=2026-11-24/file.avro}. */
public interface Landing {
    /** The names of all files that landed under a topic. */
    List<String> names(String topic) throws IOException;

    InputStream open(String name) throws IOException;

    /**
     * Lands a file, durably and all of it at once.
     *
     * @return false where there is a file of that name already, which then stays as it is
     */
    boolean land(String name, byte[] content) throws IOException;
}

package com.phonepay.worker.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a lake is: a directory, as a path or as {@code file:///…}, or {@code webhdfs://host:port/folder}. The jobs read
 * the same addresses.
 */
public final class LakePlace {
    private static final String HDFS = "webhdfs";

    private LakePlace() {}

    /** Whether an address can be exported to. */
    public static boolean isKnown(String address) {
        return !address.contains("://")
                || address.startsWith("file://")
                || (address.startsWith(HDFS + "://") && URI.create(address).getPort() > 0);
    }

    /**
     * Opens it.
     *
     * @param user in whose name files are written to HDFS
     * @param owner of drafts
     * @param passed told of each step of landing a file
     */
    public static Landing open(String address, String user, String owner, Consumer<LandingStep> passed)
            throws IOException {
        if (address.startsWith(HDFS + "://")) {
            return new WebHdfsLanding(URI.create(address), user, owner, passed);
        }
        boolean isUri = address.startsWith("file://");
        return new LocalLanding(isUri ? Path.of(URI.create(address)) : Path.of(address), owner, passed);
    }
}

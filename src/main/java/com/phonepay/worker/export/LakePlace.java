package com.phonepay.worker.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a lake is: a directory, as a path or as {@code file:///…}, {@code hdfs://host:port/folder}, or, where only HTTP
 * reaches a NameNode, {@code webhdfs://host:port/folder}. The jobs read the same addresses.
 */
public final class LakePlace {
    private static final String HDFS = "hdfs://";
    private static final String WEB_HDFS = "webhdfs://";
    private static final String FILE = "file://";

    private LakePlace() {}

    /** Whether an address can be exported to. */
    public static boolean isKnown(String address) {
        return !address.contains("://")
                || address.startsWith(FILE)
                || ((address.startsWith(HDFS) || address.startsWith(WEB_HDFS))
                        && URI.create(address).getPort() > 0);
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
        if (address.startsWith(HDFS)) {
            return new HdfsLanding(URI.create(address), user, owner, passed);
        }
        if (address.startsWith(WEB_HDFS)) {
            return new WebHdfsLanding(URI.create(address), user, owner, passed);
        }
        boolean isUri = address.startsWith(FILE);
        return new LocalLanding(isUri ? Path.of(URI.create(address)) : Path.of(address), owner, passed);
    }
}

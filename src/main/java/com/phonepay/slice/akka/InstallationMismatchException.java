package com.phonepay.slice.akka;

import org.jspecify.annotations.Nullable;

/** The data in the store was laid out with other values than this node is configured with. It must not start. */
public final class InstallationMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstallationMismatchException(String name, @Nullable String there, String configured) {
        super("This installation was first started with " + name + " = " + there + " and can not be run with "
                + configured + ". Set it back to " + there + ", or start with an empty keyspace.");
    }
}

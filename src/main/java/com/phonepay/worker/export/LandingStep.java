package com.phonepay.worker.export;

import java.util.Locale;

/** The steps in which a file lands, each passed when it is done. Between any two of them the process may end. */
public enum LandingStep {
    DRAFTED,
    HALF_WRITTEN,
    WRITTEN,
    /** The draft is on the disk, or on those of HDFS. */
    KEPT,
    FOLDER_MADE,
    /** From here on the file has landed, whatever happens to the process. */
    NAMED,
    ENDED;

    /** The name of the fail point. */
    public String place() {
        return "lake." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

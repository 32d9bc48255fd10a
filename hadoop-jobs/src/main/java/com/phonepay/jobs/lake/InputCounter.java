package com.phonepay.jobs.lake;

/** What the readers of the lake count. */
public enum InputCounter {
    RECORDS,
    /** What could not be read: a line, a damaged block, a file. It is left out, and never stops a job. */
    MALFORMED
}

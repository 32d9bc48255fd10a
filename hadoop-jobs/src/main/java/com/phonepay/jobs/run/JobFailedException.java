package com.phonepay.jobs.run;

import java.io.IOException;

/** A stage did not come to its end. */
public final class JobFailedException extends IOException {
    JobFailedException(String message) {
        super(message);
    }
}

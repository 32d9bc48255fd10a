package com.phonepay.worker.export;

import java.io.IOException;

/** Another node has landed the file that was to come next. Whoever meets this resumes from the files. */
public final class SupersededExportException extends IOException {
    SupersededExportException(String message) {
        super(message);
    }
}

package com.phonepay.jobs;

import java.io.IOException;

/**
 * Ends this process with the one that started it, which holds the other end of standard input and never writes: the pipe
 * breaks when it is gone, however it went. A job that nobody waits for would only take the machine's time.
 */
final class Tether {
    /** As a process that was ended from outside. */
    private static final int ENDED = 143;

    private Tether() {}

    static void endWithStandardInput() {
        Thread watch = new Thread(Tether::watch, "tether");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; the read returns when the pipe breaks.
            }
        } catch (IOException broken) {
            // The same news.
        }
        Runtime.getRuntime().halt(ENDED);
    }
}

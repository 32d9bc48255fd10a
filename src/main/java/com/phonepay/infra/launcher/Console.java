package com.phonepay.infra.launcher;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress for people, on standard error. On a terminal a step shows its running time while it works; elsewhere it is
 * one line when it is done.
 */
final class Console {

    private final PrintStream err;
    private final boolean terminal;
    private final boolean colour;

    Console(PrintStream err, boolean terminal, boolean colour) {
        this.err = err;
        this.terminal = terminal;
        this.colour = colour;
    }

    /** The start script knows whether standard error is a terminal; this process cannot find out. */
    static Console standard() {
        boolean terminal = "1".equals(System.getenv("PHONEPAY_TERMINAL"));
        return new Console(System.err, terminal, terminal && System.getenv("NO_COLOR") == null);
    }

    Step begin(String what) {
        return new Step(what);
    }

    void warn(String text) {
        err.println("  " + paint("33", "!") + " " + text);
    }

    void say(String text) {
        err.println(text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** One step of the work, with the time it takes. */
    final class Step {

        private final long began = System.nanoTime();
        private final String what;

        private Step(String what) {
            this.what = what;
            working();
        }

        /** Shows the time so far. */
        void working() {
            if (terminal) {
                err.print("\r  " + paint("36", "…") + " " + padded(what) + elapsed());
                err.flush();
            }
        }

        void done(String result) {
            end(paint("32", "✓"), result.isEmpty() ? what : what + ": " + result);
        }

        void failed() {
            end(paint("31", "✗"), what);
        }

        private void end(String mark, String text) {
            err.println((terminal ? "\r" : "") + "  " + mark + " " + padded(text) + elapsed());
        }

        private String elapsed() {
            return String.format(Locale.ROOT, "%6.1f s", (System.nanoTime() - began) / 1e9);
        }

        private static String padded(String text) {
            return String.format(Locale.ROOT, "%-60s", text);
        }
    }
}

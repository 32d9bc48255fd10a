package com.phonepay.infra.launcher;

import java.io.PrintWriter;

/** Something went wrong that a person can do something about: what happened, and the next step. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int FAILED = 1;
    static final int NOT_RUNNING = 3;

    private final String nextStep;
    private final int exitCode;

    Failure(String what, String nextStep) {
        this(what, nextStep, FAILED);
    }

    private Failure(String what, String nextStep, int exitCode) {
        super(what);
        this.nextStep = nextStep;
        this.exitCode = exitCode;
    }

    static Failure notRunning() {
        return new Failure("Nothing is running.", "Start it with ./phonepay up", NOT_RUNNING);
    }

    static int report(Exception failure, PrintWriter err) {
        err.println();
        if (failure instanceof Failure known) {
            err.println("✗ " + known.getMessage());
            err.println("  → " + known.nextStep);
            return known.exitCode;
        }
        err.println("✗ " + (failure.getMessage() == null ? failure : failure.getMessage()));
        err.println("  → ./phonepay logs supervisor shows more; ./phonepay down stops everything.");
        return FAILED;
    }
}

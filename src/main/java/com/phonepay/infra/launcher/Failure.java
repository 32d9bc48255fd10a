package com.phonepay.infra.launcher;

import java.io.PrintWriter;

/** Something went wrong that a person can do something about: what happened, and the next step. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int FAILED = 1;
    static final int NOT_RUNNING = 3;

    private final String nextStep;

    Failure(String what, String nextStep) {
        super(what);
        this.nextStep = nextStep;
    }

    static int report(Exception failure, PrintWriter err) {
        err.println();
        if (failure instanceof Failure known) {
            err.println("✗ " + known.getMessage());
            err.println("  → " + known.nextStep);
        } else {
            err.println("✗ " + (failure.getMessage() == null ? failure : failure.getMessage()));
            err.println("  → ./phonepay logs supervisor shows more; ./phonepay down stops everything.");
        }
        err.flush();
        return FAILED;
    }
}

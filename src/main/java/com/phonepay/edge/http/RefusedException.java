package com.phonepay.edge.http;

import org.jspecify.annotations.Nullable;

/** Ends the reading of a request that cannot be accepted. Thrown before any port was asked, so nothing changed. */
public final class RefusedException extends RuntimeException {
    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.code().code(), null, false, false);
        this.problem = problem;
    }

    public RefusedException(ErrorCode code) {
        this(Problem.of(code));
    }

    public RefusedException(ErrorCode code, String detail) {
        this(Problem.of(code).withDetail(detail));
    }

    /** A refusal of one field of the body. */
    static RefusedException field(ErrorCode code, String name, @Nullable String detail) {
        Problem problem = Problem.of(code).at("/" + name);
        return new RefusedException(detail == null ? problem : problem.withDetail(detail));
    }

    public Problem problem() {
        return problem;
    }
}

package com.phonepay.jobs.proof;

/** Something that must not be. */
record Finding(Break what, String detail, boolean mayBeInFlight) {
    static Finding of(Break what, String detail) {
        return new Finding(what, detail, false);
    }

    static Finding unlessInFlight(Break what, String detail) {
        return new Finding(what, detail, true);
    }
}

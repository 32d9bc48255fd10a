package com.phonepay.directory;

import io.vavr.collection.Vector;

/** One e-mail: who registered under it, how far that is, and how the person logs in. Driven by the e-mail's slice. */
record Registration(Applicant applicant, Credentials credentials, Stage stage, Progress progress) {

    Registration at(Stage next, long now) {
        return new Registration(applicant, credentials, next, progress.startedAt(now));
    }

    Registration with(Credentials changed) {
        return new Registration(applicant, changed, stage, progress);
    }

    Registration with(Progress changed) {
        return new Registration(applicant, credentials, stage, changed);
    }

    boolean isNumber(long number) {
        return applicant.number() == number;
    }

    boolean isBehind(String passwordHash) {
        return credentials.passwordHash().equals(passwordHash);
    }

    /** The other aliases that have not answered in this stage, in order. */
    Vector<String> unconfirmed() {
        return Vector.ofAll(applicant.otherAliases())
                .filter(alias -> !progress.confirmed().contains(alias));
    }
}

package com.phonepay.nemesis;

import java.util.Optional;

/** What happens to the cluster between the payments, one after the other. */
interface Plan {
    /** Does the next thing and undoes it. Its name, or nothing where the plan is over. */
    Optional<String> next();
}

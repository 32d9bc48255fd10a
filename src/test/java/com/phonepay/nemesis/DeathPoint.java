package com.phonepay.nemesis;

/**
 * A moment in a payment's life at which a node dies, and the rows of the protocol's crash matrix that this shows. What a
 * place is called and when it is passed: {@code com.phonepay.MortalSteps} and {@code MortalTap}.
 */
enum DeathPoint {
    INITIATED_WRITING("transactions.Initiated.writing", "1, 2"),
    INITIATED_DURABLE("transactions.Initiated.durable", "3"),
    DECIDED_WRITING("transactions.Decided.writing", "3"),
    DECIDED_DURABLE("transactions.Decided.durable", "5, 8"),
    DECIDED_RELEASED("transactions.Decided.released", "6"),
    COMPLETED_WRITING("transactions.Completed.writing", "7"),
    COMPLETED_DURABLE("transactions.Completed.durable", "8"),
    HELD_WRITING("wallets.Held.writing", "10"),
    HELD_DURABLE("wallets.Held.durable", "11, 12"),
    CAPTURED_WRITING("wallets.Captured.writing", "14"),
    CAPTURED_DURABLE("wallets.Captured.durable", "6, 14"),
    CREDITED_WRITING("wallets.Credited.writing", "16"),
    CREDITED_DURABLE("wallets.Credited.durable", "16"),
    SCREENED_WRITING("fraud.AttemptScreened.writing", "17"),
    SCREENED_DURABLE("fraud.AttemptScreened.durable", "17"),
    PUBLISHED("tap.published", "25");

    private final String place;
    private final String rows;

    DeathPoint(String place, String rows) {
        this.place = place;
        this.rows = rows;
    }

    String place() {
        return place;
    }

    /** As the report names it. */
    String label() {
        return place + " (rows " + rows + ")";
    }
}

package com.phonepay.edge.http;

/** Which bound on concurrent work an endpoint counts against. */
enum Load {
    /** Answers from memory; never refused for load. */
    NONE,
    /** Moves money. */
    PAYMENT,
    /** Everything else that asks a slice or hashes a password. */
    OTHER
}

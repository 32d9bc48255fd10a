package com.phonepay.edge.http;

/** Who may call an endpoint. There is no endpoint without one of these. */
public enum Access {
    /** Everybody: registration, log-in, health, the contract. */
    PUBLIC,
    /** Whoever has a valid token. What they may see of others is decided by the endpoint. */
    USER,
    /** Whoever has a valid token with the admin role. */
    ADMIN
}

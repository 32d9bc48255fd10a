package com.phonepay.ops.audit;

import java.util.List;

/**
 * What somebody did, or asked for.
 *
 * @param id of this fact, so that a repeated write is recognised
 * @param actor the account of the administrator
 * @param client the network address the request came from
 * @param action method and path template, for example <code>POST /admin/accounts/{id}/freeze</code>
 * @param path as it was called
 * @param reason as it was given; empty where none was
 * @param phase REQUESTED before anything happens, DONE when it is over
 * @param status the HTTP status of the answer; 0 while REQUESTED
 */
public record AuditFact(
        String id,
        String actor,
        String client,
        String action,
        String path,
        String reason,
        String phase,
        int status,
        String requestId) {
    public static final String REQUESTED = "REQUESTED";
    public static final String DONE = "DONE";

    List<String> words() {
        return List.of(id, actor, client, action, path, reason, phase, Integer.toString(status), requestId);
    }
}

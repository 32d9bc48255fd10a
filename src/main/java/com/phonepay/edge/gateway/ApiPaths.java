package com.phonepay.edge.gateway;

import com.phonepay.edge.http.Access;
import java.util.List;

/** Which addresses are the API's, and who gets past the door to them. What a node asks on top is the node's business. */
final class ApiPaths {
    private static final List<String> OPEN =
            List.of("/auth/", "/health/", "/errors/", "/openapi.yaml", "/openapi.json", "/.well-known/");
    private static final List<String> GUARDED = List.of("/api/", "/merchant/");
    private static final String ADMIN = "/admin/";

    private ApiPaths() {}

    /** False for everything that the console's files answer. */
    static boolean isApi(String path) {
        return isOpen(path) || path.startsWith(ADMIN) || GUARDED.stream().anyMatch(path::startsWith);
    }

    static Access access(String path) {
        if (isOpen(path)) {
            return Access.PUBLIC;
        }
        return path.startsWith(ADMIN) ? Access.ADMIN : Access.USER;
    }

    private static boolean isOpen(String path) {
        return path.equals("/errors") || OPEN.stream().anyMatch(path::startsWith);
    }
}

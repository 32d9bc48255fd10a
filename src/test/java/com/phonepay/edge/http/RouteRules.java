package com.phonepay.edge.http;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Who may call what: one line for every operation of the contract. An operation without a line fails the build.
 */
final class RouteRules {
    /** Whose call is let in. */
    enum Rule {
        /** Everybody's. */
        PUBLIC,
        /** Whoever has a token, and it concerns the caller only. */
        SELF,
        /** The owner of what is named, and administrators; to others it is forbidden or does not exist. */
        OWNER,
        /** The account that is named, the owner of a merchant that is named, and administrators. */
        ACCOUNT,
        /** The owner of the merchant that is named, and administrators; to others it does not exist. */
        MERCHANT,
        /** Administrators only. */
        ADMIN
    }

    static final Map<String, Rule> ALL = Map.ofEntries(
            entry("POST /auth/register", Rule.PUBLIC),
            entry("POST /auth/login", Rule.PUBLIC),
            entry("POST /auth/refresh", Rule.PUBLIC),
            entry("POST /auth/logout", Rule.PUBLIC),
            entry("GET /auth/sessions", Rule.SELF),
            entry("POST /auth/sessions/{id}/revoke", Rule.SELF),
            entry("GET /.well-known/jwks.json", Rule.PUBLIC),
            entry("GET /api/resolve", Rule.SELF),
            entry("POST /api/payment/initiate", Rule.SELF),
            entry("GET /api/payment/status/{id}", Rule.OWNER),
            entry("GET /api/payment/{id}/timeline", Rule.OWNER),
            entry("POST /api/wallet/recharge", Rule.SELF),
            entry("GET /api/wallet/balance", Rule.ACCOUNT),
            entry("GET /api/transactions/history", Rule.ACCOUNT),
            entry("GET /api/reports/summary", Rule.ACCOUNT),
            entry("GET /admin/transactions", Rule.ADMIN),
            entry("GET /admin/reports/summary", Rule.ADMIN),
            entry("GET /admin/lb-stats", Rule.ADMIN),
            entry("GET /admin/system-status", Rule.ADMIN),
            entry("GET /admin/gateway-cluster", Rule.ADMIN),
            entry("GET /admin/transactions/in-doubt", Rule.ADMIN),
            entry("POST /admin/accounts/{id}/freeze", Rule.ADMIN),
            entry("POST /admin/accounts/{id}/unfreeze", Rule.ADMIN),
            entry("POST /admin/accounts/{id}/close", Rule.ADMIN),
            entry("GET /admin/audit", Rule.ADMIN),
            entry("GET /admin/logs", Rule.ADMIN),
            entry("POST /api/payment/{id}/refund", Rule.MERCHANT),
            entry("POST /merchant/register", Rule.SELF),
            entry("GET /merchant/mine", Rule.SELF),
            entry("GET /merchant/{id}/summary", Rule.MERCHANT),
            entry("GET /merchant/{id}/qr", Rule.SELF),
            entry("GET /merchant/settlements", Rule.MERCHANT),
            entry("POST /merchant/settlements/close", Rule.MERCHANT),
            entry("POST /merchant/payout", Rule.MERCHANT),
            entry("GET /admin/bank", Rule.ADMIN),
            entry("POST /admin/bank", Rule.ADMIN),
            entry("GET /api/notifications", Rule.ACCOUNT),
            entry("GET /api/events/stream", Rule.SELF),
            entry("GET /admin/fraud/alerts", Rule.ADMIN),
            entry("POST /admin/events/republish", Rule.ADMIN),
            entry("GET /admin/drills", Rule.ADMIN),
            entry("POST /admin/drills", Rule.ADMIN),
            entry("GET /admin/drills/{id}", Rule.ADMIN),
            entry("POST /admin/kill-coordinator", Rule.ADMIN),
            entry("POST /admin/kill-backup-coordinator", Rule.ADMIN),
            entry("POST /admin/simulate-lag", Rule.ADMIN),
            entry("POST /admin/reset-system", Rule.ADMIN),
            entry("POST /admin/switch-leader", Rule.ADMIN),
            entry("POST /admin/toggle-node", Rule.ADMIN),
            entry("GET /admin/ledger/proof", Rule.ADMIN),
            entry("GET /admin/analytics", Rule.ADMIN),
            entry("GET /admin/analytics/{id}", Rule.ADMIN),
            entry("GET /admin/analytics/runs", Rule.ADMIN),
            entry("POST /admin/analytics/runs", Rule.ADMIN),
            entry("GET /admin/analytics/runs/{id}", Rule.ADMIN),
            entry("GET /health/live", Rule.PUBLIC),
            entry("GET /health/serving", Rule.PUBLIC),
            entry("GET /health/ready", Rule.PUBLIC),
            entry("GET /openapi.yaml", Rule.PUBLIC),
            entry("GET /openapi.json", Rule.PUBLIC),
            entry("GET /errors", Rule.PUBLIC),
            entry("GET /errors/{code}", Rule.PUBLIC));

    private RouteRules() {}
}

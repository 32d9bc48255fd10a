package com.phonepay.settings;

import java.util.List;

/**
 * One node: who it is and where it listens.
 *
 * @param number from 1; for people and for default ports
 * @param roles any of gateway, payment, worker
 * @param profile default or load: which limits apply
 * @param mode development or production
 */
public record NodeSettings(
        int number,
        List<String> roles,
        String host,
        int httpPort,
        int gatewayPort,
        int managementPort,
        int arteryPort,
        String profile,
        String mode) {
    private static final List<String> ROLES = List.of("gateway", "payment", "worker");

    static NodeSettings read(SettingsReader in) {
        List<String> roles = in.list("phonepay.node.roles");
        in.check(!roles.isEmpty() && ROLES.containsAll(roles), "phonepay.node.roles is " + roles + ", not of " + ROLES);
        return new NodeSettings(
                in.number("phonepay.node.number", 1, 9999),
                roles,
                in.text("phonepay.node.host"),
                in.port("phonepay.node.http-port"),
                in.port("phonepay.node.gateway-port"),
                in.port("phonepay.node.management-port"),
                in.port("phonepay.node.artery-port"),
                in.oneOf("phonepay.profile", "default", "load"),
                in.oneOf("phonepay.mode", "development", "production"));
    }

    public String name() {
        return "node-" + number;
    }

    public boolean isPayment() {
        return roles.contains("payment");
    }

    public boolean isWorker() {
        return roles.contains("worker");
    }

    public boolean isGateway() {
        return roles.contains("gateway");
    }
}

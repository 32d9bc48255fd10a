package com.phonepay.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every member tells the others of itself, as further roles of its membership: they are there from the moment the
 * member is, and need no message of their own.
 *
 * @param name for example node-2
 */
public record MemberTags(String name, int httpPort, int gatewayPort) {
    private static final String NAME = "name:";
    private static final String HTTP = "http:";
    private static final String GATEWAY = "gateway:";

    /** A node's roles and its tags together. */
    static List<String> roles(NodeSettings node) {
        List<String> roles = new ArrayList<>(node.roles());
        roles.add(NAME + node.name());
        roles.add(HTTP + node.httpPort());
        roles.add(GATEWAY + node.gatewayPort());
        return List.copyOf(roles);
    }

    /** True for what is no role that a person gave. */
    public static boolean isTag(String role) {
        return role.indexOf(':') >= 0;
    }

    /** Reads a member's roles; empty where they are not one of our nodes'. */
    public static Optional<MemberTags> read(Iterable<String> roles) {
        String name = "";
        int http = 0;
        int gateway = 0;
        for (String role : roles) {
            if (role.startsWith(NAME)) {
                name = role.substring(NAME.length());
            } else if (role.startsWith(HTTP)) {
                http = Integer.parseInt(role.substring(HTTP.length()));
            } else if (role.startsWith(GATEWAY)) {
                gateway = Integer.parseInt(role.substring(GATEWAY.length()));
            }
        }
        return name.isEmpty() || http == 0 ? Optional.empty() : Optional.of(new MemberTags(name, http, gateway));
    }
}

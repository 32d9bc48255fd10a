package com.phonepay.settings;

import java.util.List;

/**
 * How nodes find each other.
 *
 * @param contactPoints the management endpoints of all nodes that may form the cluster
 * @param contactPointNr how many of them must answer before a new cluster is formed
 * @param minMembers how many members there must be before any becomes Up
 */
public record ClusterSettings(List<HostPort> contactPoints, int contactPointNr, int minMembers) {
    static ClusterSettings read(SettingsReader in) {
        List<HostPort> points = in.hostPorts("phonepay.cluster.contact-points");
        int number = in.number("phonepay.cluster.contact-point-nr", 1, 1000);
        in.check(
                number <= points.size() || points.isEmpty(),
                "phonepay.cluster.contact-point-nr is " + number + ", but there are " + points.size() + " points");
        return new ClusterSettings(points, number, in.number("phonepay.cluster.min-members", 1, 1000));
    }
}

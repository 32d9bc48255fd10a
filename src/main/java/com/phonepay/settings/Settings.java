package com.phonepay.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * Everything that can be set about a node. Comes from application.conf, which takes what differs between nodes from
 * PHONEPAY_ environment variables.
 *
 * @param config the whole configuration, for the libraries
 */
public record Settings(
        NodeSettings node,
        ClusterSettings cluster,
        StoreSettings store,
        SliceSettings slices,
        RuleSettings rules,
        DeadlineSettings deadlines,
        SecretSettings secrets,
        SettlementSettings settlement,
        CoordinatorSettings coordinator,
        TlsSettings tls,
        AnalyticsSettings analytics,
        Config config) {

    /** Reads the node's configuration; throws {@link BadSettingsException} with all errors. */
    public static Settings load() {
        Config base = ConfigFactory.load();
        String profile = base.getString("phonepay.profile");
        Config overlay = ConfigFactory.parseResources("conf/" + profile + ".conf");
        return read(overlay.withFallback(base).resolve());
    }

    /** Reads settings from a complete configuration; throws {@link BadSettingsException} with all errors. */
    public static Settings read(Config config) {
        SettingsReader in = new SettingsReader(config);
        NodeSettings node = NodeSettings.read(in);
        ClusterSettings cluster = ClusterSettings.read(in);
        StoreSettings store = StoreSettings.read(in);
        SliceSettings slices = SliceSettings.read(in);
        RuleSettings rules = RuleSettings.read(in);
        DeadlineSettings deadlines = DeadlineSettings.read(in);
        SecretSettings secrets = SecretSettings.read(in);
        SettlementSettings settlement = SettlementSettings.read(in);
        boolean toy = settlement.hasDevelopmentBank() && node.mode().equals("production");
        in.check(
                !toy,
                "phonepay.settlement.bank is development, which production must not have: set PHONEPAY_BANK=none");
        CoordinatorSettings coordinator = CoordinatorSettings.read(in);
        TlsSettings tls = TlsSettings.read(in);
        AnalyticsSettings analytics = AnalyticsSettings.read(in);
        ProductionRules.check(in, node, store, secrets, tls, config);
        in.finish();
        Config forLibraries = tls.forArtery()
                .withFallback(LibrarySettings.from(node, cluster, store))
                .withFallback(config);
        return new Settings(
                node,
                cluster,
                store,
                slices,
                rules,
                deadlines,
                secrets,
                settlement,
                coordinator,
                tls,
                analytics,
                forLibraries);
    }
}

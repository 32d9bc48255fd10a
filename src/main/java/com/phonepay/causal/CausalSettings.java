package com.phonepay.causal;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How much is remembered of what happened. A system without {@code phonepay.causal}, as of a command, keeps nothing.
 *
 * @param enabled off, a node also sends its messages in the form without a stamp, which older nodes read
 * @param node this node's name
 * @param keep steps in memory
 * @param copyEvery how often steps are copied to another node
 * @param copyMax steps in one copy at most; what is above is counted and not copied
 */
record CausalSettings(boolean enabled, String node, int keep, Duration copyEvery, int copyMax) {
    static CausalSettings of(Config root) {
        if (!root.hasPath("phonepay.causal")) {
            return new CausalSettings(false, "", 2, Duration.ofSeconds(1), 0);
        }
        Config causal = root.getConfig("phonepay.causal");
        return new CausalSettings(
                causal.getBoolean("enabled"),
                "node-" + root.getInt("phonepay.node.number"),
                Math.max(2, Math.min(causal.getInt("keep"), 1 << 22)),
                causal.getDuration("copy-every"),
                causal.getInt("copy-max"));
    }
}

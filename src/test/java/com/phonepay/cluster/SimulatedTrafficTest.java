package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A small history through the gateway of a real system: what the program calls acknowledged is what was committed. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class SimulatedTrafficTest {
    private static final Pattern SUMMARY = Pattern.compile("6 people, 1 shops, 40 payments: (\\d+) acknowledged"
            + " \\(\\d+\\.\\d\\d rupees\\), (\\d+) declined.*, 0 pending;");

    @Test
    void whatItCallsAcknowledgedWasCommitted(RunningCluster cluster) {
        assertThat(cluster.gateway(1).get("/health/ready", "").status()).isEqualTo(200);
        long before = madeBySimulated();
        String gateway = "http://127.0.0.1:" + (5000 + RunningCluster.PORT_OFFSET);
        String said = RunningCluster.launcher(
                "simulate", "--through", gateway, "--users", "6", "--transactions", "40", "--seed", "5");
        Matcher summary = SUMMARY.matcher(said);
        assertThat(summary.find()).as(said).isTrue();
        int acknowledged = Integer.parseInt(summary.group(1));
        assertThat(acknowledged).as(said).isGreaterThan(30);
        assertThat(acknowledged + Integer.parseInt(summary.group(2))).isEqualTo(40);
        long made = Eventually.get(SimulatedTrafficTest::madeBySimulated, seen -> seen >= before + acknowledged);
        assertThat(made).isEqualTo(before + acknowledged);
    }

    private static long madeBySimulated() {
        return ExportedLakeTest.exported("payment.completed", "payer_id").stream()
                .filter(payer -> payer.matches("sim\\d+-.*"))
                .count();
    }
}

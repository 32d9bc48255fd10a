package com.phonepay.slice.akka;

import static com.phonepay.slice.akka.HostForTests.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.cluster.names.ProtocolNames;
import com.phonepay.payment.cluster.names.WalletNames;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.wire.Delivery;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A wallet slice as large as one gets: 125,000 accounts, and a remembered recharge and bonus of each. */
@Tag("cassandra")
final class LargeSliceTest {
    private static final Logger LOG = LoggerFactory.getLogger(LargeSliceTest.class);
    private static final int ACCOUNTS = 125_000;
    private static final int AT_ONCE = 1_000;
    private static final long CPU_MILLIS_MAX = 8_000;

    /** The names of the rooms that meet in this test. */
    public static final class Names implements WireNames {
        @Override
        public void addTo(NameTable.Builder table) {
            new ProtocolNames().addTo(table);
            new WalletNames().addTo(table);
        }
    }

    @Test
    void recoversFromAChunkedSnapshotAndTheRowsAfterIt() {
        Bounds bounds = new Bounds(300_000, 1_000, 256 * 1024, 600_000, 200, 1L << 40);
        try (HostForTests hosts = new HostForTests(Names.class.getName())) {
            ActorRef host = hosts.start(machine(), 0, bounds);
            tell(host, number -> new OpenWallet(account(number), Money.ofRupees(1_000), "someone@example.com"));
            tell(host, LargeSliceTest::recharge);
            BalanceView before = balance(hosts, host, ACCOUNTS - 1);
            hosts.others.awaitCond(PATIENCE, () -> snapshots(hosts) > 0);
            hosts.stop(host);

            long started = cpuMillis();
            ActorRef again = hosts.start(machine(), 0, bounds);
            long worked = cpuMillis() - started;
            long took = Math.round(
                    hosts.metrics.get("phonepay.slice.recovery").timer().max(TimeUnit.MILLISECONDS));
            LOG.info("A slice of {} accounts recovered in {} ms, with {} ms of CPU time", ACCOUNTS, took, worked);

            assertThat(balance(hosts, again, 0).balance()).isEqualTo(Money.ofRupees(1_001));
            assertThat(balance(hosts, again, ACCOUNTS - 1)).isEqualTo(before);
            assertThat(worked)
                    .as("CPU time, which a busy machine does not stretch")
                    .isLessThan(CPU_MILLIS_MAX);
        }
    }

    private static long cpuMillis() {
        var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return TimeUnit.NANOSECONDS.toMillis(process.getProcessCpuTime());
    }

    private static WalletMachine machine() {
        return new WalletMachine(new Slices(1), WalletRules.standard(Limits.load()));
    }

    private static AccountId account(int number) {
        return new AccountId("customer-" + number);
    }

    private static Message recharge(int number) {
        return new Recharge("R" + number, "f" + number, account(number), Money.ofRupees(1));
    }

    private static void tell(ActorRef host, IntFunction<Message> message) {
        for (int from = 0; from < ACCOUNTS; from += AT_ONCE) {
            List<Envelope> envelopes = new ArrayList<>();
            for (int number = from; number < from + AT_ONCE; number++) {
                envelopes.add(
                        new Envelope(HostForTests.slice(0), null, System.currentTimeMillis(), message.apply(number)));
            }
            host.tell(new Delivery(HostForTests.slice(0), envelopes), ActorRef.noSender());
        }
    }

    private static BalanceView balance(HostForTests hosts, ActorRef host, int number) {
        return (BalanceView) hosts.answer(host, 0, new QueryBalance(account(number)));
    }

    private static double snapshots(HostForTests hosts) {
        return hosts.metrics.find("phonepay.slice.snapshots").tag("saved", "true").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}

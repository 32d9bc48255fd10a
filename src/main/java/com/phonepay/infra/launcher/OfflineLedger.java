package com.phonepay.infra.launcher;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.phonepay.coordinator.proof.LedgerReader;
import com.phonepay.infra.Layout;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.JournalRows;
import com.phonepay.slice.journal.JournalSettings;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.RowFormat;
import com.phonepay.slice.wire.WireFormat;
import com.phonepay.slice.wire.WireNames;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** The journal of an installation, opened without any node: only Cassandra must run. */
public final class OfflineLedger implements AutoCloseable {

    private final CqlSession session;
    private final Slices slices;
    private final JournalRows journal;
    private final String keyspace;

    private OfflineLedger(CqlSession session, Slices slices, JournalRows journal, String keyspace) {
        this.session = session;
        this.slices = slices;
        this.journal = journal;
        this.keyspace = keyspace;
    }

    /**
     * Connects. Fails with a message for people where Cassandra does not answer.
     *
     * @param address host:port of Cassandra
     */
    public static OfflineLedger open(String address, String keyspace) {
        return open(connect(address), keyspace);
    }

    /** Where this installation's Cassandra is: host:port. */
    static String address(Layout layout) {
        var external = System.getenv("PHONEPAY_CASSANDRA_CONTACT_POINTS");
        return external == null || external.isBlank()
                ? "127.0.0.1:" + layout.cqlPort()
                : external.split(",", -1)[0].strip();
    }

    static CqlSession connect(String address) {
        int colon = address.lastIndexOf(':');
        var contact =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        try {
            return CqlSession.builder()
                    .withConfigLoader(DriverConfigLoader.programmaticBuilder().build())
                    .addContactPoint(contact)
                    .withLocalDatacenter("datacenter1")
                    .build();
        } catch (AllNodesFailedException nobody) {
            throw new Failure(
                    "Cassandra does not answer on " + address + ".",
                    "./phonepay up starts it; ./phonepay status shows it.");
        }
    }

    private static OfflineLedger open(CqlSession session, String keyspace) {
        int count = (int) fixed(session, keyspace, "slices");
        long partitionRows = fixed(session, keyspace, "target-partition-size");
        var settings = new JournalSettings(keyspace + ".messages", partitionRows);
        var journal = JournalRows.open(session, settings, format(ConfigFactory.load()), ForkJoinPool.commonPool())
                .toCompletableFuture()
                .join();
        return new OfflineLedger(session, new Slices(count), journal, keyspace);
    }

    /** What was fixed at the first start of the installation. */
    private static long fixed(CqlSession session, String keyspace, String name) {
        var row = session.execute("SELECT value FROM " + keyspace + ".installation WHERE name = ?", name)
                .one();
        var value = row == null ? null : row.getString("value");
        if (value == null) {
            throw new Failure("There is no installation in the keyspace " + keyspace + ".", "./phonepay up makes one.");
        }
        return Long.parseLong(value);
    }

    private static RowFormat format(Config config) {
        List<WireNames> rooms = new ArrayList<>();
        try {
            for (String name : config.getStringList("phonepay.wire.names")) {
                rooms.add(Class.forName(name)
                        .asSubclass(WireNames.class)
                        .getDeclaredConstructor()
                        .newInstance());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("phonepay.wire.names names a class that is not there", e);
        }
        return new RowFormat(new WireFormat(NameTable.of(rooms)));
    }

    public Slices slices() {
        return slices;
    }

    public LedgerReader reader() {
        return new LedgerReader(session, keyspace, journal);
    }

    /** Every row of a slice, those of superseded owners included. */
    List<Row> rows(SliceAddress slice) {
        List<Row> rows = new ArrayList<>();
        journal.readToEnd(slice, 1, rows::add).toCompletableFuture().join();
        return rows;
    }

    @Override
    public void close() {
        session.close();
    }
}

package com.phonepay.cluster;

import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.directory.DirectoryMachine;
import com.phonepay.directory.DirectorySettings;
import com.phonepay.fraud.FraudMachine;
import com.phonepay.fraud.FraudSettings;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.cluster.names.DirectoryNames;
import com.phonepay.payment.cluster.names.FraudNames;
import com.phonepay.payment.cluster.names.ProtocolNames;
import com.phonepay.payment.cluster.names.TransactionNames;
import com.phonepay.payment.cluster.names.WalletNames;
import com.phonepay.slice.Chain;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.RowFormat;
import com.phonepay.slice.wire.WireFormat;
import com.phonepay.testing.Commits;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.transaction.TransactionsState;
import com.phonepay.wallet.Entry;
import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.phonepay.wallet.WalletState;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays the journal of a running system with the production machines and counts every capture and credit on the valid
 * chain. It asks nobody but Cassandra.
 */
final class JournalAudit {
    private static final int SLICES = 8;
    private static final long ROWS_PER_PARTITION = 2000;

    private final CqlSession session;
    private final RowFormat format = new RowFormat(new WireFormat(NameTable.of(List.of(
            new ProtocolNames(), new TransactionNames(), new WalletNames(), new FraudNames(), new DirectoryNames()))));
    private final Map<String, Integer> captures = new HashMap<>();
    private final Map<String, Integer> credits = new HashMap<>();
    private final Map<String, List<Line>> statements = new HashMap<>();
    private final Commits commits = new Commits();
    private Money clearing = Money.ZERO;
    private Money total = Money.ZERO;
    private int open;
    private int holds;

    private JournalAudit(CqlSession session) {
        this.session = session;
    }

    /** One posting of a wallet. */
    record Line(String reference, Entry.Type type, Money amount, Money balanceAfter) {}

    /**
     * What the journal says.
     *
     * @param clearing over all slices; zero when no money is in flight
     * @param total over everything; zero always
     * @param open transactions that have not ended
     * @param holds amounts still set aside
     * @param statements every posting of every wallet, oldest first
     * @param commits which events must have left
     */
    record Findings(
            Money clearing,
            Money total,
            int open,
            int holds,
            Map<String, Integer> captures,
            Map<String, Integer> credits,
            Map<String, List<Line>> statements,
            Commits commits) {
        boolean isQuiet() {
            return clearing.equals(Money.ZERO) && open == 0 && holds == 0;
        }

        boolean movedOnce(String transactionId) {
            return captures.getOrDefault(transactionId, 0) == 1 && credits.getOrDefault(transactionId, 0) == 1;
        }

        List<String> movedMoreThanOnce() {
            List<String> doubled = new ArrayList<>();
            captures.forEach((id, count) -> {
                if (count > 1 || credits.getOrDefault(id, 0) > 1) {
                    doubled.add(id);
                }
            });
            return doubled;
        }

        @Override
        public String toString() {
            return "clearing " + clearing + ", total " + total + ", open " + open + ", holds " + holds;
        }
    }

    /** Reads again and again until nothing is in flight: by then every transaction must have ended. */
    static Findings untilQuiet(String cassandra) {
        String[] parts = cassandra.split(":", -1);
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
                .withLocalDatacenter("datacenter1")
                .build()) {
            Findings findings = Eventually.get(() -> new JournalAudit(session).read(), Findings::isQuiet);
            if (!findings.total().equals(Money.ZERO)) {
                throw new AssertionError("The books do not balance: " + findings);
            }
            return findings;
        }
    }

    private Findings read() {
        Slices slices = new Slices(SLICES);
        for (int number = 0; number < SLICES; number++) {
            WalletState wallets = replay(
                    new SliceAddress(SliceType.WALLETS, number),
                    new WalletMachine(slices, WalletRules.standard(Limits.load())));
            clearing = clearing.plus(wallets.stripe(SystemAccount.CLEARING));
            total = total.plus(wallets.total());
            holds += wallets.openHolds().size();
            TransactionsState transactions = replay(
                    new SliceAddress(SliceType.TRANSACTIONS, number),
                    new TransactionMachine(
                            slices, Deadlines.STANDARD, Limits.upi().paymentMax()));
            open += transactions.open().size();
            replay(new SliceAddress(SliceType.FRAUD, number), new FraudMachine(slices, FraudSettings.usual()));
            replay(
                    new SliceAddress(SliceType.DIRECTORY, number),
                    new DirectoryMachine(slices, DirectorySettings.usual()));
        }
        return new Findings(clearing, total, open, holds, captures, credits, statements, commits);
    }

    private <S> S replay(SliceAddress slice, Machine<S> machine) {
        Chain<S> chain = new Chain<>(machine, new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of()));
        Map<Position, Row> rows = new HashMap<>();
        for (Row row : rows(slice)) {
            rows.put(row.position(), row);
            chain.offer(row);
        }
        Recovered<S> recovered = chain.end();
        Deque<Row> valid = new ArrayDeque<>();
        for (Position at = recovered.tip().position(); !at.equals(Position.ORIGIN); ) {
            Row row = rows.get(at);
            if (row == null) {
                throw new AssertionError("Row " + at + " of " + slice + " is missing");
            }
            valid.addFirst(row);
            at = row.predecessor();
        }
        valid.forEach(row -> row.events().forEach(this::count));
        valid.forEach(row -> commits.note(slice, row));
        return recovered.tip().state();
    }

    private void count(Recorded recorded) {
        if (recorded.event() instanceof WalletEvent.Moving moving) {
            write(moving.transfer().from(), Entry.Type.DEBIT, moving);
            write(moving.transfer().to(), Entry.Type.CREDIT, moving);
        }
        if (recorded.event() instanceof WalletEvent.Captured captured) {
            captures.merge(captured.reference(), 1, Integer::sum);
        } else if (recorded.event() instanceof WalletEvent.Credited credited) {
            credits.merge(credited.reference(), 1, Integer::sum);
        }
    }

    private void write(LedgerAccount account, Entry.Type type, WalletEvent.Moving moving) {
        if (account instanceof LedgerAccount.Wallet wallet) {
            List<Line> lines = statements.computeIfAbsent(wallet.id().value(), id -> new ArrayList<>());
            Money before =
                    lines.isEmpty() ? Money.ZERO : lines.get(lines.size() - 1).balanceAfter();
            Money amount = moving.transfer().amount();
            Money after = type == Entry.Type.CREDIT ? before.plus(amount) : before.minus(amount);
            lines.add(new Line(moving.reference(), type, amount, after));
        }
    }

    private List<Row> rows(SliceAddress slice) {
        List<Row> rows = new ArrayList<>();
        for (long partition = 0; ; partition++) {
            int before = rows.size();
            session.execute(
                            "SELECT event FROM phonepay.messages WHERE persistence_id = ? AND partition_nr = ?",
                            slice.toString(),
                            partition)
                    .forEach(stored -> rows.add(format.decode(bytes(stored.getByteBuffer("event")))));
            if (rows.size() - before < ROWS_PER_PARTITION) {
                return rows;
            }
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}

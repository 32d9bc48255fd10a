package com.phonepay.coordinator.proof;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.WalletMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the whole ledger from rows alone. Fed with the rows of all wallet and transaction slices, each slice's in the
 * order of its chain, it says whether money was conserved: every committed transaction has one capture and one credit
 * of its amount, no posting is without a decision or a local entry of its own, every slice adds up to zero, clearing is
 * the money in flight, and every balance is what its replay makes it.
 *
 * <p>The cut that makes this exact has three steps: the transaction slices to where they are, {@link #expectPostings},
 * then the wallet slices to where they are, then the transaction slices again. Whatever had ended before the wallets'
 * cut is posted in it, and whatever is posted in it has its decision in the last step.
 */
public final class ConservationAudit {
    private static final int VIOLATIONS_MAX = 200;

    private final WalletMachine machine;
    private final List<Violation> lasting = new ArrayList<>();
    private final Passages passages = new Passages(this::note);
    private final Map<SliceAddress, WalletBooks> books = new TreeMap<>(Comparator.comparing(SliceAddress::number));
    private final Map<SliceAddress, Mark> marks =
            new TreeMap<>(Comparator.comparing(SliceAddress::type).thenComparing(SliceAddress::number));

    /** How far a slice was read. */
    private static final class Mark {
        Position position = Position.ORIGIN;
        final Fingerprint fingerprint = new Fingerprint();
        long rows;
        long events;
    }

    public ConservationAudit(WalletMachine machine) {
        this.machine = machine;
    }

    /** Takes the next row of a slice's chain. A row that does not follow the last one is a violation. */
    public void read(SliceAddress slice, Row row) {
        Mark mark = marks.computeIfAbsent(slice, fresh -> new Mark());
        if (!row.predecessor().equals(mark.position)) {
            note(new Violation(
                    "chain_broken",
                    slice.toString(),
                    row.position().sequence(),
                    "Row " + row.position() + " was decided on " + row.predecessor() + ", not on " + mark.position));
        }
        mark.position = row.position();
        mark.fingerprint.add(row);
        mark.rows++;
        mark.events += row.events().size();
        if (slice.type() == SliceType.WALLETS) {
            books(slice).read(row);
        } else if (slice.type() == SliceType.TRANSACTIONS) {
            decisions(slice, row);
        }
    }

    /** Up to where a slice was read. */
    public Position position(SliceAddress slice) {
        return marks.containsKey(slice) ? marks.get(slice).position : Position.ORIGIN;
    }

    /** The chain of hashes over everything read of a slice. */
    public String hash(SliceAddress slice) {
        return marks.computeIfAbsent(slice, fresh -> new Mark()).fingerprint.hex();
    }

    /** Says that the transaction slices are read to the first mark of the cut. */
    public void expectPostings() {
        passages.expectPostings();
    }

    /** A fault in the journal itself that the reader found, for example rows that no chain explains. */
    public void note(Violation violation) {
        if (lasting.size() < VIOLATIONS_MAX) {
            lasting.add(violation);
        }
    }

    private WalletBooks books(SliceAddress slice) {
        return books.computeIfAbsent(slice, fresh -> new WalletBooks(slice, machine, passages, this::note));
    }

    private void decisions(SliceAddress slice, Row row) {
        for (Recorded recorded : row.events()) {
            Event event = recorded.event();
            if (event instanceof TransactionEvent transaction && !(event instanceof Note)) {
                passages.decision(slice, row, transaction);
            }
        }
    }

    /**
     * The result at this cut.
     *
     * @param at when it was made, milliseconds since 1970
     * @param discarded rows of superseded owners that the reader left out
     */
    public Proof proof(long at, long tookMs, long discarded) {
        List<Violation> found = new ArrayList<>(lasting);
        Money inFlight = passages.inFlight();
        Map<SystemAccount, Money> stripes = stripes();
        Money wallets = Money.ZERO;
        Money imbalance = Money.ZERO;
        for (Map.Entry<SliceAddress, WalletBooks> entry : books.entrySet()) {
            WalletBooks book = entry.getValue();
            wallets = wallets.plus(book.wallets());
            imbalance = imbalance.plus(book.difference(found)).plus(absolute(book.total()));
            if (!book.total().equals(Money.ZERO)) {
                found.add(
                        new Violation("slice_not_zero", entry.getKey().toString(), 0, "It adds up to " + book.total()));
            }
        }
        Money clearing = stripes.getOrDefault(SystemAccount.CLEARING, Money.ZERO);
        if (!clearing.equals(inFlight)) {
            imbalance = imbalance.plus(absolute(clearing.minus(inFlight)));
            found.add(new Violation(
                    "clearing_differs", "all", 0, "Clearing is " + clearing + " and in flight are " + inFlight));
        }
        passages.judge(found);
        return new Proof(
                at,
                tookMs,
                imbalance,
                inFlight,
                wallets,
                stripes,
                counts(),
                discarded,
                watermarks(),
                found.stream().limit(VIOLATIONS_MAX).toList());
    }

    private Map<SystemAccount, Money> stripes() {
        Map<SystemAccount, Money> stripes = new EnumMap<>(SystemAccount.class);
        for (SystemAccount account : SystemAccount.values()) {
            Money sum =
                    books.values().stream().map(book -> book.stripe(account)).reduce(Money.ZERO, Money::plus);
            stripes.put(account, sum);
        }
        return stripes;
    }

    private Proof.Counts counts() {
        return new Proof.Counts(
                passages.committed(),
                passages.aborted(),
                passages.underWay(),
                books.values().stream().mapToLong(WalletBooks::captures).sum(),
                books.values().stream().mapToLong(WalletBooks::credits).sum(),
                books.values().stream().mapToLong(WalletBooks::locals).sum());
    }

    private List<Proof.Watermark> watermarks() {
        List<Proof.Watermark> watermarks = new ArrayList<>();
        marks.forEach((slice, mark) -> watermarks.add(new Proof.Watermark(
                slice.toString(),
                mark.position,
                mark.rows,
                mark.events,
                books.containsKey(slice) ? books.get(slice).total() : Money.ZERO,
                mark.fingerprint.hex())));
        return watermarks;
    }

    private static Money absolute(Money money) {
        return money.isNegative() ? money.negated() : money;
    }
}

package com.phonepay.coordinator.proof;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.Position;
import com.phonepay.slice.UnexplainedRowException;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/**
 * Takes the cut and reads up to it, again and again; each round reads only what is new. Blocks for as long as the
 * journal takes, and fails where the store does not answer; after a failure a new auditor starts from the beginning.
 */
public final class LedgerAuditor {
    private final LedgerReader reader;
    private final Slices slices;
    private final InstantSource clock;
    private final ConservationAudit audit;
    private final BiConsumer<SliceAddress, com.phonepay.slice.Row> rowRead;

    public LedgerAuditor(LedgerReader reader, Slices slices, InstantSource clock) {
        this(reader, slices, clock, (slice, row) -> {});
    }

    /**
     * Begins at the beginning of the journal.
     *
     * @param rowRead told of each row after it was taken into the books
     */
    public LedgerAuditor(
            LedgerReader reader,
            Slices slices,
            InstantSource clock,
            BiConsumer<SliceAddress, com.phonepay.slice.Row> rowRead) {
        this.reader = reader;
        this.slices = slices;
        this.clock = clock;
        this.rowRead = rowRead;
        // Only its replay is used, which knows no limits.
        this.audit = new ConservationAudit(new WalletMachine(slices, WalletRules.standard(Limits.load())));
    }

    /** Reads what is new and proves. */
    public Proof round() {
        long began = clock.millis();
        read(SliceType.TRANSACTIONS);
        audit.expectPostings();
        read(SliceType.WALLETS);
        read(SliceType.TRANSACTIONS);
        long now = clock.millis();
        return audit.proof(now, now - began, reader.discarded());
    }

    /** All slices of a type: first where each of them is, then up to there. */
    private void read(SliceType type) {
        Position[] ends = new Position[slices.count()];
        for (int number = 0; number < slices.count(); number++) {
            SliceAddress slice = new SliceAddress(type, number);
            ends[number] = reader.end(slice, audit.position(slice));
        }
        for (int number = 0; number < slices.count(); number++) {
            read(new SliceAddress(type, number), ends[number]);
        }
    }

    private void read(SliceAddress slice, Position to) {
        try {
            reader.read(slice, audit.position(slice), to, row -> {
                audit.read(slice, row);
                rowRead.accept(slice, row);
            });
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UnexplainedRowException unexplained)) {
                throw e;
            }
            audit.note(new Violation(
                    "unexplained_row", slice.toString(), to.sequence(), String.valueOf(unexplained.getMessage())));
        }
    }

    String hash(SliceAddress slice) {
        return audit.hash(slice);
    }
}

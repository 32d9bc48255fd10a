package com.phonepay.slice.akka;

import akka.actor.Props;
import akka.actor.Status;
import akka.pattern.Patterns;
import akka.persistence.AbstractPersistentActor;
import akka.persistence.Recovery;
import akka.persistence.RecoveryCompleted;
import akka.persistence.SaveSnapshotFailure;
import akka.persistence.SaveSnapshotSuccess;
import akka.persistence.SnapshotOffer;
import akka.persistence.SnapshotSelectionCriteria;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Chain;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.snapshot.Pieces;
import com.phonepay.slice.snapshot.SnapshotFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;

/**
 * Writes one slice's rows and reads them back. It lets Akka find the snapshot and the highest sequence number, but reads
 * the rows itself: the journal plugin's query ends at the first row of the last number, and so hides the second of two.
 */
final class SliceJournal<S> extends AbstractPersistentActor {
    private static final Logger LOG = LoggerFactory.getLogger(SliceJournal.class);
    private static final Recovery SNAPSHOT_ONLY =
            Recovery.create(SnapshotSelectionCriteria.latest(), Long.MAX_VALUE, 0L);

    /** Asks for a snapshot of released state. */
    record Save<S>(Released<S> released) {}

    private final SliceAddress slice;
    private final Machine<S> machine;
    private final Hosting hosting;
    private final SnapshotFormat snapshots;
    private Released<S> base;
    private long savingAt;
    private long savedAt;
    private final AtomicLong bytesWritten = new AtomicLong();
    private long bytesSaved;
    private long bytesSince;

    static <S> Props props(SliceAddress slice, Machine<S> machine, Hosting hosting) {
        return Props.create(SliceJournal.class, () -> new SliceJournal<>(slice, machine, hosting));
    }

    private SliceJournal(SliceAddress slice, Machine<S> machine, Hosting hosting) {
        this.slice = slice;
        this.machine = machine;
        this.hosting = hosting;
        this.snapshots = new SnapshotFormat(hosting.format());
        this.base = new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of());
    }

    @Override
    public String persistenceId() {
        return slice.toString();
    }

    @Override
    public Recovery recovery() {
        return SNAPSHOT_ONLY;
    }

    @Override
    public Receive createReceiveRecover() {
        return receiveBuilder()
                .match(SnapshotOffer.class, offer -> base = snapshots.read(machine, (Pieces) offer.snapshot()))
                .match(RecoveryCompleted.class, done -> readRows())
                .build();
    }

    private void readRows() {
        Chain<S> chain = new Chain<>(machine, base);
        Patterns.pipe(
                        hosting.journal()
                                .read(slice, base.position().sequence() + 1, lastSequenceNr(), chain::offer)
                                .thenApply(read -> chain.end()),
                        getContext().dispatcher())
                .to(self());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Row.class, this::append)
                .match(Recovered.class, this::recovered)
                .match(Status.Failure.class, failure -> end(failure.cause()))
                .match(Save.class, save -> save((Released<?>) save.released()))
                .match(SaveSnapshotSuccess.class, saved -> saved())
                .match(SaveSnapshotFailure.class, failed -> notSaved(failed.cause()))
                .build();
    }

    private void recovered(Recovered<?> recovered) {
        getContext().parent().tell(recovered, self());
    }

    private void append(Row row) {
        Invariant.check(row.position().sequence() == lastSequenceNr() + 1, "rows are numbered like the journal");
        bytesSince += bytes(row);
        persistAsync(row, this::appended);
    }

    private void appended(Row written) {
        hosting.steps().durable(slice, written);
        getContext().parent().tell(new SliceHost.Appended(written.position()), self());
    }

    private static long bytes(Row row) {
        return row.events().stream().mapToLong(event -> event.bytes().length).sum();
    }

    /**
     * A large state waits for rows of as many bytes: so all snapshots together cost no more than the rows themselves, and
     * recovery reads at most twice what is there.
     */
    @SuppressWarnings("unchecked")
    private void save(Released<?> released) {
        if (savingAt == 0 && bytesSince >= bytesSaved) {
            savingAt = released.position().sequence();
            bytesSince = 0;
            bytesWritten.set(0);
            saveSnapshot(snapshots.write(machine, (Released<S>) released).measured(bytesWritten::addAndGet));
        }
    }

    /** A snapshot is named after the row it stands on, not after the row that is being written meanwhile. */
    @Override
    public long snapshotSequenceNr() {
        return savingAt == 0 ? super.snapshotSequenceNr() : savingAt;
    }

    private void saved() {
        hosting.meters().snapshot(slice, true);
        LOG.info("Slice {} has a snapshot at {}", slice, savingAt);
        if (savedAt > 0) {
            deleteSnapshots(SnapshotSelectionCriteria.create(savedAt - 1, Long.MAX_VALUE));
        }
        savedAt = savingAt;
        savingAt = 0;
        bytesSaved = bytesWritten.get();
    }

    private void notSaved(Throwable cause) {
        savingAt = 0;
        bytesSaved = 0;
        hosting.meters().snapshot(slice, false);
        hosting.meters().alarm(slice, "snapshot_failed");
        LOG.error("ALARM snapshot_failed at {}", slice, cause);
    }

    @Override
    public void onRecoveryFailure(Throwable cause, Option<Object> event) {
        getContext().parent().tell(new SliceHost.Broken(cause), self());
        super.onRecoveryFailure(cause, event);
    }

    @Override
    public void onPersistFailure(Throwable cause, Object event, long sequence) {
        getContext().parent().tell(new SliceHost.Broken(cause), self());
        super.onPersistFailure(cause, event, sequence);
    }

    @Override
    public void onPersistRejected(Throwable cause, Object event, long sequence) {
        end(cause);
    }

    private void end(Throwable cause) {
        getContext().parent().tell(new SliceHost.Broken(cause), self());
        getContext().stop(self());
    }
}

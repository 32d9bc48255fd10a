package com.phonepay.slice;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.SliceAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Durable batches whose epoch check is under way, in order, and the one place from which anything leaves a slice. A
 * check that was asked after a later batch frees the earlier ones too.
 */
final class Outbox<S> {
    private final SliceAddress address;
    private final long epoch;
    private final Port<S> port;
    private final Bounds bounds;
    private final Deque<Batch<S>> unreleased = new ArrayDeque<>();
    private long lastToken;
    private int rowsSinceSnapshot;
    private long bytesSinceSnapshot;

    Outbox(SliceAddress address, long epoch, Port<S> port, Bounds bounds) {
        this.address = address;
        this.epoch = epoch;
        this.port = port;
        this.bounds = bounds;
    }

    void await(Batch<S> batch) {
        batch.token = ++lastToken;
        unreleased.add(batch);
        port.readEpoch(batch.token);
    }

    /** Effects without a row of their own leave with the last batch they could have seen; at once if there is none. */
    void attach(List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        @Nullable Batch<S> latest = unreleased.peekLast();
        if (latest != null) {
            latest.due.addAll(due);
        } else if (due.stream().anyMatch(d -> d.effect() instanceof Effect.Alarm)) {
            Batch<S> check = new Batch<>();
            check.due.addAll(due);
            await(check);
        } else {
            leaveAll(due);
        }
    }

    void passed(long token, Consumer<Batch<S>> onReleased) {
        while (!unreleased.isEmpty() && unreleased.element().token <= token) {
            Batch<S> batch = unreleased.remove();
            release(batch);
            onReleased.accept(batch);
        }
    }

    void release(Batch<S> batch) {
        leaveAll(batch.due);
        if (batch.row != null) {
            port.released(batch.row.position());
            snapshotIfDue(batch);
        }
    }

    void leave(Due due) {
        leaveAll(List.of(due));
    }

    private void leaveAll(List<Due> all) {
        List<Envelope> envelopes = new ArrayList<>();
        for (Due due : all) {
            if (due.effect() instanceof Effect.Send send) {
                envelopes.add(new Envelope(send.to(), new Sender(address, epoch), due.decidedAt(), send.message()));
            } else if (due.effect() instanceof Effect.Reply reply) {
                port.reply(reply.to(), reply.answer());
            } else if (due.effect() instanceof Effect.Alarm alarm) {
                port.alarm(alarm);
            }
        }
        if (!envelopes.isEmpty()) {
            port.send(envelopes);
        }
    }

    private void snapshotIfDue(Batch<S> batch) {
        rowsSinceSnapshot++;
        bytesSinceSnapshot += batch.bytes;
        if (rowsSinceSnapshot >= bounds.snapshotEveryRows() || bytesSinceSnapshot >= bounds.snapshotEveryBytes()) {
            rowsSinceSnapshot = 0;
            bytesSinceSnapshot = 0;
            port.snapshot(Invariant.present(batch.after));
        }
    }
}

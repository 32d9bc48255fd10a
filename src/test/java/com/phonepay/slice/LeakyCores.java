package com.phonepay.slice;

import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;

/** Slice cores with one rule of the fence broken each, to see that the simulation notices. */
public final class LeakyCores {
    private LeakyCores() {}

    /** Lets go what follows from a row as soon as the journal has it, whoever owns the slice by then. */
    public static <S> SliceCore<S> withoutEpochCheck(
            SliceAddress address, long epoch, Machine<S> machine, Port<S> port, Bounds bounds) {
        return new SliceCore<>(address, epoch, "simulated", machine, port, bounds) {
            @Override
            void afterDurable(Batch<S> written) {
                outbox().release(written);
                onReleased(written);
            }
        };
    }

    /** Acts on what it recovered without pinning it first. */
    public static <S> SliceCore<S> withoutActivationRow(
            SliceAddress address, long epoch, Machine<S> machine, Port<S> port, Bounds bounds) {
        return new SliceCore<>(address, epoch, "simulated", machine, port, bounds) {
            @Override
            void activate() {
                Batch<S> nothing = new Batch<>();
                nothing.after = current();
                port().released(current().position());
                onReleased(nothing);
                port().flushSoon();
            }
        };
    }

    /** Takes snapshots of what is durable, before anybody knows whether it is effected. */
    public static <S> SliceCore<S> withHastySnapshots(
            SliceAddress address, long epoch, Machine<S> machine, Port<S> port, Bounds bounds) {
        return new SliceCore<>(address, epoch, "simulated", machine, port, bounds) {
            @Override
            void afterDurable(Batch<S> written) {
                if (written.after != null) {
                    port().snapshot(written.after);
                }
                super.afterDurable(written);
            }
        };
    }

    /** Answers from memory at once, though the row that the answer follows from is not released. */
    public static <S> SliceCore<S> withHastyAnswers(
            SliceAddress address, long epoch, Machine<S> machine, Port<S> port, Bounds bounds) {
        return new SliceCore<>(address, epoch, "simulated", machine, port, bounds) {
            @Override
            void leaveWithLast(Batch<S> withoutFacts) {
                withoutFacts.due.forEach(outbox()::leave);
            }
        };
    }
}

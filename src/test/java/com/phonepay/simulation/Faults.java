package com.phonepay.simulation;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Recorded;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Does one harm at a time. */
final class Faults {
    private final World world;
    private final int weights;
    private final Damage damage;

    Faults(World world) {
        this.world = world;
        this.damage = new Damage(world);
        int sum = 0;
        for (Fault fault : Fault.values()) {
            sum += world.mix().weight(fault);
        }
        this.weights = sum;
    }

    void strike() {
        int at = world.chance().nextInt(weights);
        for (Fault fault : Fault.values()) {
            at -= world.mix().weight(fault);
            if (at < 0) {
                if (strike(fault)) {
                    world.tally().hit(fault);
                }
                return;
            }
        }
    }

    private boolean strike(Fault fault) {
        return switch (fault) {
            case OWNER_CRASHES -> crash(owner(any -> true));
            case SECOND_OWNER_STARTS -> second();
            case OWNER_PAUSES -> pauseOrResume();
            case OWNER_LOSES_THE_STORE -> cutOff();
            case CLUSTER_DIES -> killAll();
            case CLOCK_IS_SKEWED -> skew();
            case HALF_A_MINUTE_PASSES -> passes(26_000);
            case A_DAY_PASSES ->
                world.mix().hasDays() && passes(86_400_000L + world.chance().nextInt(600_000));
            case WRITE_LOST -> writeFails(Write::lose);
            case WRITE_FAILS_BUT_LANDS_LATER -> writeFails(Write::keepBack);
            case ACKNOWLEDGEMENT_LOST -> writeFails(write -> {});
            case STORE_IS_DOWN -> storeGoesDown();
            case GHOST_EPOCH -> ghostEpoch();
            case FORGED_CAPTURE -> world.clients().forgeCapture();
            default -> false;
        };
    }

    private @Nullable Incarnation<?> owner(Predicate<Incarnation<?>> wanted) {
        SimulatedSlice<?> slice =
                world.slices().get(world.chance().nextInt(world.slices().size()));
        List<Incarnation<?>> candidates = new ArrayList<>();
        slice.owners().forEach(owner -> {
            if (wanted.test(owner)) {
                candidates.add(owner);
            }
        });
        return candidates.isEmpty() ? null : candidates.get(world.chance().nextInt(candidates.size()));
    }

    private boolean crash(@Nullable Incarnation<?> victim) {
        if (victim == null) {
            return false;
        }
        damage.before(victim);
        @Nullable Write<?> write = victim.write();
        if (write != null && !write.hasLanded()) {
            int fate = world.chance().nextInt(3);
            if (fate == 0) {
                write.lose();
            } else if (fate == 1) {
                write.keepBack();
            }
        }
        victim.die();
        return true;
    }

    private boolean second() {
        SimulatedSlice<?> slice =
                world.slices().get(world.chance().nextInt(world.slices().size()));
        if (!slice.owners().isEmpty() && slice.owners().size() < SimulatedSlice.OWNERS_MAX) {
            world.tally().hit(MatrixRow.R09_TWO_INCARNATIONS);
            slice.start();
            return true;
        }
        return false;
    }

    private boolean pauseOrResume() {
        @Nullable Incarnation<?> owner = owner(any -> true);
        if (owner == null) {
            return false;
        }
        if (owner.isPaused()) {
            owner.resume();
            return false;
        }
        owner.pause();
        return true;
    }

    /** It hears the others, but its writes or its reads or both do not get through for a while. */
    private boolean cutOff() {
        @Nullable Incarnation<?> owner = owner(any -> true);
        if (owner != null) {
            int which = world.chance().nextInt(3);
            if (which != 0) {
                owner.cutOffFromReading(world.slowly());
            }
            if (which != 1) {
                owner.cutOffFromWriting(world.slowly());
            }
        }
        return owner != null;
    }

    private boolean killAll() {
        world.tally().hit(MatrixRow.R24_CLUSTER_DIES);
        for (SimulatedSlice<?> slice : world.slices()) {
            List.copyOf(slice.owners()).forEach(this::crash);
        }
        return true;
    }

    private boolean skew() {
        @Nullable Incarnation<?> owner = owner(any -> true);
        if (owner != null) {
            owner.skew(world.someSkew());
        }
        return owner != null;
    }

    private boolean passes(long ms) {
        world.passTime(ms);
        return true;
    }

    /** The journal reports a failure, so the owner ends; what became of the row is another matter. */
    private boolean writeFails(java.util.function.Consumer<Write<?>> fate) {
        @Nullable Incarnation<?> owner = owner(any -> any.write() != null);
        @Nullable Write<?> write = owner == null ? null : owner.write();
        if (owner == null || write == null) {
            return false;
        }
        damage.before(owner);
        damage.unknown(write);
        if (!write.hasLanded()) {
            fate.accept(write);
        }
        owner.die();
        return true;
    }

    private boolean storeGoesDown() {
        world.closeStore(20 + world.chance().nextInt(150));
        for (SimulatedSlice<?> slice : world.slices()) {
            for (Incarnation<?> owner : List.copyOf(slice.owners())) {
                @Nullable Write<?> write = owner.write();
                if (write != null) {
                    world.tally().hit(MatrixRow.R23_STORE_DOWN_AT_A_WRITE);
                    if (world.chance().nextBoolean()) {
                        crash(owner);
                    }
                }
            }
        }
        return true;
    }

    /** A proposal that timed out is carried out after all: an epoch that nobody owns. */
    private boolean ghostEpoch() {
        SimulatedSlice<?> slice =
                world.slices().get(world.chance().nextInt(world.slices().size()));
        long epoch = slice.journal().epoch();
        return slice.journal().propose(epoch, epoch + 1);
    }

    /** Which rows of the matrix a death exercises. */
    private static final class Damage {
        private final World world;

        Damage(World world) {
            this.world = world;
        }

        void before(Incarnation<?> victim) {
            SliceAddress slice = victim.slice().address();
            if (slice.type() == SliceType.TRANSACTIONS) {
                world.oracle().coordinatorDies(slice);
                unwritten(victim.write());
            } else if (slice.type() == SliceType.WALLETS) {
                world.oracle().walletDies(slice);
            }
        }

        private void unwritten(@Nullable Write<?> write) {
            if (write != null && !write.hasLanded()) {
                for (Recorded recorded : write.row().events()) {
                    if (recorded.event() instanceof TransactionEvent.Initiated initiated) {
                        world.tally()
                                .hit(
                                        world.oracle().isHeld(initiated.id())
                                                ? MatrixRow.R02_COORDINATOR_DIES_AFTER_THE_HOLD_BEFORE_INITIATED
                                                : MatrixRow.R01_COORDINATOR_DIES_BEFORE_ANYTHING_IS_DURABLE);
                    }
                }
            }
        }

        void unknown(Write<?> write) {
            for (Recorded recorded : write.row().events()) {
                Event event = recorded.event();
                if (event instanceof TransactionEvent.Decided) {
                    world.tally().hit(MatrixRow.R04_DECISION_WRITE_OF_UNKNOWN_OUTCOME);
                } else if (event instanceof WalletEvent.Held && write.hasLanded()) {
                    world.tally().hit(MatrixRow.R12_HOLD_WRITE_FAILS_BUT_LANDED);
                }
            }
        }
    }
}

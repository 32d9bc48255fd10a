package com.phonepay.simulation;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One slice: what the store has of it, whoever believes to own it, and the tap that reads it. */
final class SimulatedSlice<S> {
    static final int OWNERS_MAX = 3;

    private final World world;
    private final SliceAddress address;
    private final Machine<S> machine;
    private final Journal<S> journal = new Journal<>();
    private final List<Incarnation<S>> owners = new ArrayList<>();
    private final Tap tap;
    private Position announced = Position.ORIGIN;

    SimulatedSlice(World world, SliceAddress address, Machine<S> machine) {
        this.world = world;
        this.address = address;
        this.machine = machine;
        this.tap = new Tap(world, this);
    }

    SliceAddress address() {
        return address;
    }

    Machine<S> machine() {
        return machine;
    }

    Journal<S> journal() {
        return journal;
    }

    Tap tap() {
        return tap;
    }

    List<Incarnation<S>> owners() {
        return owners;
    }

    /** Starts one more owner, wherever the others are. */
    void start() {
        if (owners.size() < OWNERS_MAX) {
            Incarnation<S> owner = new Incarnation<>(world, this, world.someSkew());
            owners.add(owner);
            owner.begin();
        }
    }

    void remove(Incarnation<S> owner) {
        owners.remove(owner);
    }

    void wake() {
        if (owners.isEmpty()) {
            start();
        }
        owners.forEach(Incarnation::wakeSoon);
    }

    /** Sharding mostly knows the newest owner, and sometimes another one. */
    @Nullable
    Incarnation<S> receiver() {
        if (owners.isEmpty()) {
            return null;
        }
        int last = owners.size() - 1;
        boolean astray = last > 0 && world.chance().nextInt(world.mix().oneInSoManyGoesAstray()) == 0;
        return owners.get(astray ? world.chance().nextInt(owners.size()) : last);
    }

    /** A snapshot to recover from: the newest one, or an older one where that can not be read, or none. */
    Released<S> base() {
        int butNewest = world.strikes(Fault.OLD_SNAPSHOT_READ, 80) ? 1 : 0;
        Released<S> snapshot = journal.snapshot(butNewest);
        return snapshot == null ? new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of()) : snapshot;
    }

    Recovered<S> recover(Released<S> base) {
        return world.product()
                .recover(machine, base, journal.after(base.position().sequence()));
    }

    /** A snapshot is what the machine can say about its state, and no more. */
    void saveSoon(Released<S> released) {
        if (world.strikes(Fault.SNAPSHOT_LOST, 50)) {
            return;
        }
        S state = machine.empty();
        for (Event event : machine.snapshot(released.state())) {
            state = machine.apply(state, event);
        }
        world.tally().count("snapshots");
        compareSnapshot(released.state(), state);
        Released<S> stored = new Released<>(released.position(), released.at(), state, released.seen());
        world.pool().add(() -> journal.save(stored));
    }

    private void compareSnapshot(S state, S restored) {
        if (world.chance().nextInt(8) == 0) {
            Violation.unless(events(state).equals(events(restored)), "SNAPSHOT_NOT_FAITHFUL", address);
        }
    }

    Set<Event> events(S state) {
        Set<Event> events = new HashSet<>();
        machine.snapshot(state).forEach(events::add);
        return events;
    }

    /** What an owner starts from is what the oracle made of the same rows by its own means. */
    void compare(Released<S> released) {
        world.oracle().compare(address, machine, released.position(), released.state());
    }

    void nudge(Position position) {
        announced = position;
        if (!world.strikes(Fault.NUDGE_LOST, 20)) {
            world.pool().add(() -> tap.read(position));
        }
    }

    boolean runs() {
        return owners.size() == 1 && owners.get(0).runs();
    }

    /** The whole journal without a snapshot, the newest snapshot and the rows behind it: one state, the effected one. */
    void compareRecoveries() {
        Released<S> whole = recover(new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of()))
                .tip();
        Released<S> quick = recover(base()).tip();
        Violation.unless(
                whole.position().equals(world.oracle().tree(address).tip()), "RECOVERY_MISSES_THE_TIP", address);
        Violation.unless(quick.position().equals(whole.position()), "SNAPSHOT_LEADS_ELSEWHERE", address);
        Violation.unless(events(quick.state()).equals(events(whole.state())), "SNAPSHOT_STATE_DIFFERS", address);
        compare(whole);
    }

    Position announced() {
        return announced;
    }
}

package com.phonepay.simulation;

import com.phonepay.slice.Row;

/** One row on its way to the store. Its writer may be gone before it arrives, and it may never arrive. */
final class Write<S> implements Pending {
    private final World world;
    private final SimulatedSlice<S> slice;
    private final Incarnation<S> writer;
    private final Row row;
    private boolean landed;
    private boolean lost;
    private boolean keptBack;
    private final long notBefore;

    Write(World world, SimulatedSlice<S> slice, Incarnation<S> writer, Row row) {
        this.world = world;
        this.slice = slice;
        this.writer = writer;
        this.row = row;
        boolean slow = world.strikes(Fault.WRITE_IS_SLOW, world.mix().slowWritesPerThousand());
        this.notBefore = world.tally().steps() + (slow ? world.slowly() : 0);
    }

    Row row() {
        return row;
    }

    boolean hasLanded() {
        return landed;
    }

    /** Never arrives. */
    void lose() {
        lost = true;
    }

    /** Arrives when the world lets go what it has kept back, or never. */
    void keepBack() {
        keptBack = true;
        world.keepBack(this);
    }

    void arriveNow() {
        keptBack = false;
        world.pool().add(this);
    }

    @Override
    public boolean isVoid() {
        return lost || keptBack || landed;
    }

    @Override
    public boolean isBlocked() {
        return world.storeIsDown() || !writer.canWrite() || world.tally().steps() < notBefore;
    }

    @Override
    public void happen() {
        landed = true;
        slice.journal().land(row);
        world.oracle().landed(slice.address(), row);
        if (!writer.isDead()) {
            world.pool().add(writer.when(() -> writer.acknowledged(this)));
        }
    }
}

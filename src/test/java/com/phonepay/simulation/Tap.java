package com.phonepay.simulation;

import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.UnexplainedRowException;

/** Publishes one slice's rows. Its position is stored after everything is published, and so may be behind. */
final class Tap {
    private final World world;
    private final SimulatedSlice<?> slice;
    private Position stored = Position.ORIGIN;

    Tap(World world, SimulatedSlice<?> slice) {
        this.world = world;
        this.slice = slice;
    }

    /** Hears of a released position, maybe late, maybe from an owner of long ago. */
    void read(Position to) {
        if (to.sequence() <= stored.sequence()) {
            return;
        }
        for (Row row : between(to)) {
            world.oracle().published(slice.address(), row);
        }
        if (world.strikes(Fault.TAP_RESTARTS, 20)) {
            world.tally().hit(MatrixRow.R25_TAP_DIES_BETWEEN_PUBLISHING_AND_STORING);
            return;
        }
        stored = to;
    }

    private Iterable<Row> between(Position to) {
        try {
            return world.product().between(stored, to, upTo(to));
        } catch (UnexplainedRowException e) {
            throw new Violation("TAP_LOST_THE_CHAIN", e);
        }
    }

    private java.util.List<Row> upTo(Position to) {
        return slice.journal().after(stored.sequence()).stream()
                .filter(row -> row.position().sequence() <= to.sequence())
                .toList();
    }
}

package com.phonepay.slice;

import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recovery of one slice. Rows arrive by sequence number; two or three may share one. Valid is exactly the chain that
 * leads back from the last row of the highest epoch; whatever else is there was never effected. States of all recent
 * rows are kept by reference until the end tells which of them count.
 */
public class Chain<S> {
    /** How far below the newest row a predecessor may lie. A superseded owner writes two rows at most, so this is ample. */
    private static final int OPEN_TIPS_MAX = 512;

    private final Machine<S> machine;
    private final Released<S> base;
    private final Map<Position, Tip<S>> tips = new LinkedHashMap<>();
    private Position newest;
    private long highestSequence;
    private int rows;

    private record Tip<S>(Released<S> released, int depth) {}

    public Chain(Machine<S> machine, Released<S> base) {
        this.machine = machine;
        this.base = base;
        this.newest = base.position();
        this.highestSequence = base.position().sequence();
        tips.put(base.position(), new Tip<>(base, 0));
    }

    public void offer(Row row) {
        rows++;
        highestSequence = Math.max(highestSequence, row.position().sequence());
        if (isNewer(row.position())) {
            newest = row.position();
        }
        Tip<S> before = tips.get(row.predecessor());
        if (before != null) {
            tips.put(row.position(), new Tip<>(fold(before.released(), row), before.depth() + 1));
            dropEldest();
        }
    }

    /** The end of the valid chain. Throws {@link UnexplainedRowException} where the newest row does not descend from the base. */
    public Recovered<S> end() {
        @Nullable Tip<S> tip = tips.get(newest);
        if (tip == null) {
            throw new UnexplainedRowException("Row " + newest + " does not lead back to " + base.position()
                    + "; look at it with: ./phonepay ledger repair SLICE");
        }
        return new Recovered<>(tip.released(), highestSequence, rows - tip.depth());
    }

    /** The rule itself: the higher epoch, and within an epoch the later row. */
    boolean isNewer(Position position) {
        return position.epoch() > newest.epoch()
                || (position.epoch() == newest.epoch() && position.sequence() > newest.sequence());
    }

    private Released<S> fold(Released<S> before, Row row) {
        S state = before.state();
        for (Recorded recorded : row.events()) {
            state = machine.apply(state, recorded.event());
        }
        return new Released<>(row.position(), Math.max(before.at(), row.at()), state, merge(before.seen(), row.seen()));
    }

    private static Map<SliceAddress, Long> merge(Map<SliceAddress, Long> seen, Map<SliceAddress, Long> more) {
        if (more.isEmpty()) {
            return seen;
        }
        Map<SliceAddress, Long> merged = new HashMap<>(seen);
        more.forEach((slice, epoch) -> merged.merge(slice, epoch, Math::max));
        return merged;
    }

    private void dropEldest() {
        if (tips.size() > OPEN_TIPS_MAX) {
            tips.remove(tips.keySet().iterator().next());
        }
    }
}

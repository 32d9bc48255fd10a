package com.phonepay.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The steps that this node took lately, and its copies of another node's. Of bounded size, and written without a lock or
 * a queue, so that whoever reads it, or fails to, is never felt by a payment.
 */
public final class CausalLog {
    /** Slices move rarely: what happened to them outlives the rush of payments. */
    private static final int SLICE_STEPS = 256;

    private final Ring<Step> own;
    private final Ring<Step> slices = new Ring<>(SLICE_STEPS);
    private final Ring<Step> copies;
    private final Ring<Step> copiesOfSlices = new Ring<>(SLICE_STEPS);
    private final AtomicLong notCopied = new AtomicLong();

    /** @param size steps of this node that are kept, and as many copies */
    public CausalLog(int size) {
        this.own = new Ring<>(size);
        this.copies = new Ring<>(size);
    }

    /** Keeps a step; the oldest makes room. */
    public void note(Step step) {
        (isOfSlice(step) ? slices : own).add(step);
    }

    /** Keeps what another node has done, in case it dies. */
    void keepCopy(Step step) {
        (isOfSlice(step) ? copiesOfSlices : copies).add(step);
    }

    private static boolean isOfSlice(Step step) {
        return step.transaction().isEmpty() && step.request().isEmpty();
    }

    /** The first steps of a transaction, and the latest of slices, causes before effects. */
    public List<Step> of(String transaction, int most) {
        List<Step> found = new ArrayList<>();
        for (Ring<Step> ring : List.of(own, copies)) {
            ring.all().stream()
                    .filter(step -> step.transaction().equals(transaction))
                    .forEach(found::add);
        }
        found.sort(Step.CAUSAL);
        List<Step> first = new ArrayList<>(found.subList(0, Math.min(most, found.size())));
        first.addAll(slices.all());
        first.addAll(copiesOfSlices.all());
        first.sort(Step.CAUSAL);
        return first;
    }

    /** The newest steps of any kind, causes before effects. */
    public List<Step> newest(int most) {
        List<Step> found = new ArrayList<>();
        for (Ring<Step> ring : List.of(own, slices, copies, copiesOfSlices)) {
            found.addAll(ring.between(ring.count() - most, ring.count()));
        }
        found.sort(Step.CAUSAL);
        return List.copyOf(found.subList(Math.max(0, found.size() - most), found.size()));
    }

    Ring<Step> own() {
        return own;
    }

    Ring<Step> slices() {
        return slices;
    }

    /** Whoever copies could not keep up, or may not take so many. */
    void notCopied(long steps) {
        notCopied.addAndGet(steps);
    }

    /** How many steps of this node are here. */
    public int kept() {
        return own.kept() + slices.kept();
    }

    /** How many steps of this node had to make room. */
    public long forgotten() {
        return own.forgotten() + slices.forgotten();
    }

    /** How many steps of this node no other node has. */
    public long withoutCopy() {
        return notCopied.get();
    }
}

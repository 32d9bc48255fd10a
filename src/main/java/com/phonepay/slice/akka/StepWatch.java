package com.phonepay.slice.akka;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Row;

/**
 * Hears what this node's slices, and those who ask slices from here, send, get and record. Called on the way of payments
 * by the slice's own thread, so every method must return at once and never throw.
 */
public interface StepWatch {
    /** Hears nothing. */
    StepWatch NONE = new StepWatch() {};

    default void asked(SliceAddress to, Message message) {}

    default void answered(SliceAddress by, Answer answer) {}

    default void sent(SliceAddress from, SliceAddress to, Message message) {}

    /**
     * A message has come to a slice of this node.
     *
     * @param from the sending slice; empty where the message comes from outside the slices
     */
    default void received(SliceAddress at, String from, Message message) {}

    default void replied(SliceAddress from, Answer answer) {}

    /** A row is decided and on its way to the journal. What is returned comes back when it is released. */
    default long decided(SliceAddress slice, Row row) {
        return 0;
    }

    /** A row is in the journal, and nobody was told yet. Called by the journal's thread. */
    default void durable(SliceAddress slice, Row row) {}

    /**
     * A row is durable, was written by the slice's owner, and what it sends has left.
     *
     * @param decided what {@link #decided} returned for this row
     */
    default void released(SliceAddress slice, Row row, long decided) {}

    /** The slice is active on this node. */
    default void activated(SliceAddress slice, long epoch) {}

    default void ended(SliceAddress slice, String why) {}
}

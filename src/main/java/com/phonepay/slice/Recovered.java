package com.phonepay.slice;

/**
 * What recovery found: the state at the end of the valid chain, and the highest sequence number in the journal
 * (rows of superseded owners included).
 *
 * @param discarded rows that the chain left out
 */
public record Recovered<S>(Released<S> tip, long highestSequence, int discarded) {}

/**
 * What happened to a transaction, on whichever node, in the order of cause and effect: a Lamport clock, and the steps that
 * this node took with its times. It must never make a payment wait, decide anything, or hold a word about people; it
 * forgets, and is no proof. Read {@link com.phonepay.causal.CausalLog} first.
 */
@NullMarked
package com.phonepay.causal;

import org.jspecify.annotations.NullMarked;

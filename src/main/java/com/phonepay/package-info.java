/**
 * PhonePay: payments between accounts, decided by pure machines and recorded by an Akka cluster.
 *
 * <p>This room holds only what starts a node: which rooms open for which role, and in which order. It must never hold a
 * business rule. Read {@code Main} first, then {@code NodeGuardian}.
 */
@NullMarked
package com.phonepay;

import org.jspecify.annotations.NullMarked;

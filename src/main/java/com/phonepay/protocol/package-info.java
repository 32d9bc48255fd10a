/**
 * What slices say to each other: the messages of the two-phase commit, of registration and of forgetting. Only data.
 * It must never hold a rule; the rules are in the machines that send and receive. Read {@link com.phonepay.protocol.Terms} first.
 */
@NullMarked
package com.phonepay.protocol;

import org.jspecify.annotations.NullMarked;

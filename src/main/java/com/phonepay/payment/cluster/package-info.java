/**
 * The ports of {@code payment}, answered by asking slices: the one place where machines meet their host from outside.
 * It must never keep state that a slice owns; its only memory is who an alias means, which never changes. Read
 * {@link com.phonepay.payment.cluster.ClusterPayments} first.
 */
@NullMarked
package com.phonepay.payment.cluster;

import org.jspecify.annotations.NullMarked;

/**
 * The bank test: customers who pay each other over HTTP while somebody breaks the cluster, and a checker that compares
 * what they were told with the journal. Read {@link com.phonepay.nemesis.Checker} first.
 */
@NullMarked
package com.phonepay.nemesis;

import org.jspecify.annotations.NullMarked;

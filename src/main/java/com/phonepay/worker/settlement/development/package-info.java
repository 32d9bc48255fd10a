/**
 * The bank of a development cluster, kept in Cassandra so that it remembers what it was told. It must never run in
 * production. Read {@link com.phonepay.worker.settlement.development.DevelopmentBank} first.
 */
@NullMarked
package com.phonepay.worker.settlement.development;

import org.jspecify.annotations.NullMarked;

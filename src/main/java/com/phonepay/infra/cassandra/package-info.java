/**
 * A real Cassandra server as a process of its own, for development and tests. Never part of a node's process: the
 * server and the application need different versions of the same libraries. Start with
 * {@link com.phonepay.infra.cassandra.EmbeddedCassandra}.
 */
@NullMarked
package com.phonepay.infra.cassandra;

import org.jspecify.annotations.NullMarked;

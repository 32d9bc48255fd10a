/**
 * Operating-system processes: who they are, how they start and end, who holds a port. Knows nothing of payments or
 * Cassandra, and never ends a process whose identity it has not checked. Start with
 * {@link com.phonepay.infra.process.ProcessIdentity}.
 */
@NullMarked
package com.phonepay.infra.process;

import org.jspecify.annotations.NullMarked;

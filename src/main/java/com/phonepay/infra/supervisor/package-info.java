/**
 * Owns the processes of one development cluster: starts them, restarts those that die, tells the cluster about a death,
 * and takes orders over a local socket. Never ends a process that is not its own. Start with
 * {@link com.phonepay.infra.supervisor.Fleet}.
 */
@NullMarked
package com.phonepay.infra.supervisor;

import org.jspecify.annotations.NullMarked;

/**
 * The servers that a development cluster runs beside its nodes, each as a process of its own from artifacts that the
 * build resolves. Knows what is common to them; a server's own room says the rest. Read
 * {@link com.phonepay.infra.server.EmbeddedServer} first; a new server is one class and one line in
 * {@link com.phonepay.infra.server.EmbeddedServers}.
 */
@NullMarked
package com.phonepay.infra.server;

import org.jspecify.annotations.NullMarked;

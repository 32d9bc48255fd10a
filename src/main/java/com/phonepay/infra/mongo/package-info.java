/**
 * What takes MongoDB's place where none is configured: a wire-compatible server as a process of its own, for development
 * and tests. Never part of a node's process. Start with {@link com.phonepay.infra.mongo.StandIn}.
 */
@NullMarked
package com.phonepay.infra.mongo;

import org.jspecify.annotations.NullMarked;

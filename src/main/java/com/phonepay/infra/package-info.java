/**
 * What a development cluster needs around the nodes: embedded servers, the supervisor that owns all processes,
 * and the launcher that people type. Production code never imports it. Start with {@link com.phonepay.infra.Layout}.
 */
@NullMarked
package com.phonepay.infra;

import org.jspecify.annotations.NullMarked;

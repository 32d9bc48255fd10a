/**
 * HTTPS of this node, as server and towards other nodes, from files that may be replaced while it runs. It must never
 * accept a connection in plain text where TLS is on. Read {@link com.phonepay.edge.tls.HttpTls} first.
 */
@NullMarked
package com.phonepay.edge.tls;

import org.jspecify.annotations.NullMarked;

/**
 * The public HTTP API: parses, asks a port, renders. One {@code *Routes} class per resource; the table they fill is the
 * list of everything that can be called and by whom. It must never decide about money. Read
 * {@link com.phonepay.edge.http.HttpEdge} first, then {@link com.phonepay.edge.http.RequestFlow}.
 */
@NullMarked
package com.phonepay.edge.http;

import org.jspecify.annotations.NullMarked;

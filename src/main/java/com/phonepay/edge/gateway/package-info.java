/**
 * The door of the cluster: a reverse proxy over the payment nodes that membership names, and the console's files. It
 * decides who is asked and how often, never about money, and keeps nothing that would be missed after a restart. Read
 * {@link com.phonepay.edge.gateway.Gateway} first, then {@link com.phonepay.edge.gateway.Proxy}.
 */
@NullMarked
package com.phonepay.edge.gateway;

import org.jspecify.annotations.NullMarked;

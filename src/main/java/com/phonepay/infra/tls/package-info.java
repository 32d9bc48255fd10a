/**
 * Certificates of a development cluster, and how the launcher and the supervisor speak to nodes that have them. It must
 * never be used in production. Read {@link com.phonepay.infra.tls.DevelopmentCertificates} first.
 */
@NullMarked
package com.phonepay.infra.tls;

import org.jspecify.annotations.NullMarked;

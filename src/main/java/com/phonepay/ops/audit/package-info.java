/**
 * What administrators did: an append-only record, each entry sealed by a hash that covers the one before. It must never
 * change or lose an entry; what can not be recorded is not done. Read {@link com.phonepay.ops.audit.AuditEntry} first.
 */
@NullMarked
package com.phonepay.ops.audit;

import org.jspecify.annotations.NullMarked;

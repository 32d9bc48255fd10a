/**
 * The proof that money is conserved: an auditor that reads the journal alone and adds everything up by its own means.
 * It must never ask a slice and never change anything. Read {@link com.phonepay.coordinator.proof.ConservationAudit} first.
 */
@NullMarked
package com.phonepay.coordinator.proof;

import org.jspecify.annotations.NullMarked;

/**
 * The risk profiles of the payers of one slice, and the rules that score a payment against them. Pure. A score is
 * deterministic and every part of it has a reason that the payer may read; it must never guess, and never see a
 * payment without counting it. Read {@link com.phonepay.fraud.FraudMachine} first.
 */
@NullMarked
package com.phonepay.fraud;

import org.jspecify.annotations.NullMarked;

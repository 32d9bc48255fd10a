/** What merchants took and what was settled. Read {@link com.phonepay.jobs.settlement.SettlementReport} first. */
@NullMarked
package com.phonepay.jobs.settlement;

import org.jspecify.annotations.NullMarked;

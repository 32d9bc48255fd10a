/** Transactions by status. */
@NullMarked
package com.phonepay.jobs.status;

import org.jspecify.annotations.NullMarked;

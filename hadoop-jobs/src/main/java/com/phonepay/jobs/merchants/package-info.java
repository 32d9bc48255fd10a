/** Volume by receiver, ranked. Read {@link com.phonepay.jobs.merchants.TopMerchants} first. */
@NullMarked
package com.phonepay.jobs.merchants;

import org.jspecify.annotations.NullMarked;

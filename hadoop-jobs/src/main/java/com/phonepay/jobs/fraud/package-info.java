/** What the rules of the fraud screen did. Read {@link com.phonepay.jobs.fraud.FraudByRule} first. */
@NullMarked
package com.phonepay.jobs.fraud;

import org.jspecify.annotations.NullMarked;

/**
 * What is usual for each payer, and which payments of a day are far from it. Sums are exact, and only what statistics
 * make of them is rounded. Finds, and never judges a person. Read {@link com.phonepay.jobs.baseline.PayerBaseline} first,
 * then {@link com.phonepay.jobs.baseline.Usual}.
 */
@NullMarked
package com.phonepay.jobs.baseline;

import org.jspecify.annotations.NullMarked;

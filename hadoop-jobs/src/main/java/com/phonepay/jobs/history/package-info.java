/**
 * Makes up a believable past: salary days, rush hours, merchants with a long tail, refunds, settlements, and a ring of
 * accounts that splits large sums. The same seed makes the same past. Its books are as exact as real ones. Read
 * {@link com.phonepay.jobs.history.History} first.
 */
@NullMarked
package com.phonepay.jobs.history;

import org.jspecify.annotations.NullMarked;

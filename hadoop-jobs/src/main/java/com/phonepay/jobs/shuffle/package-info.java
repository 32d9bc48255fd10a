/**
 * What travels between mappers and reducers of several jobs: tallies, and the key of secondary sorts. Knows bytes and
 * exact sums, and no job. Read {@link com.phonepay.jobs.shuffle.SortedKey} first.
 */
@NullMarked
package com.phonepay.jobs.shuffle;

import org.jspecify.annotations.NullMarked;

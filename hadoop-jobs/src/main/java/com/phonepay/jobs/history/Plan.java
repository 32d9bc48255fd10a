package com.phonepay.jobs.history;

import java.time.LocalDate;

/**
 * What to make up.
 *
 * @param transactions about how many attempts of users; refunds and the ring's payments come on top
 * @param first the first day
 */
record Plan(int users, int days, long transactions, long seed, LocalDate first) {}

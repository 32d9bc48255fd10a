/**
 * What is usual for each payer, learnt from the stream of committed events: baselines, alerts for operators, and the
 * baseline fed back to the fraud screen. The profile and its rules are pure; Cassandra keeps it. Never stops a payment:
 * that is the fraud slice's business. Read {@link com.phonepay.worker.fraudanalytics.FraudAnalyticsWorker} first.
 */
@NullMarked
package com.phonepay.worker.fraudanalytics;

import org.jspecify.annotations.NullMarked;

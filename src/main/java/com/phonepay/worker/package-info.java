/**
 * What is done because of committed events. A worker never decides about money that has moved; it tells, counts and
 * asks. Each has a room of its own: {@link com.phonepay.worker.notification.NotificationWorker},
 * {@link com.phonepay.worker.fraudanalytics.FraudAnalyticsWorker}.
 */
@NullMarked
package com.phonepay.worker;

import org.jspecify.annotations.NullMarked;

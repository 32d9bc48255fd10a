/**
 * Tells payer and payee the outcome of every payment: stored for each person, and sent. What is said is a pure function
 * of the event ({@link com.phonepay.readmodel.Notices}), so that it can be made again. Read
 * {@link com.phonepay.worker.notification.NotificationWorker} first.
 */
@NullMarked
package com.phonepay.worker.notification;

import org.jspecify.annotations.NullMarked;

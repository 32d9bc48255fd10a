/**
 * Public events in Kafka: the tap that publishes released rows, the common part of everything that consumes them, and
 * the envelope between the two. Kafka is never asked whether there is money; losing it loses nothing that
 * {@link com.phonepay.events.kafka.JournalTap} could not publish again. Read that one and
 * {@link com.phonepay.events.kafka.Consumption} first.
 */
@NullMarked
package com.phonepay.events.kafka;

import org.jspecify.annotations.NullMarked;

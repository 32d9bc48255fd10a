/**
 * A real Apache Kafka broker (KRaft, broker and controller in one) as a process of its own, for development and tests.
 * Never part of a node's process. Start reading at {@link com.phonepay.infra.kafka.KafkaServer}.
 */
@NullMarked
package com.phonepay.infra.kafka;

import org.jspecify.annotations.NullMarked;

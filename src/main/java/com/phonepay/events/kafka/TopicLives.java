package com.phonepay.events.kafka;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * Some topics as they are now.
 *
 * @param life changes when one of the topics was deleted and made again
 * @param partitions of all of them, in a fixed order
 * @param from the offset of each partition at which the time that was asked for begins
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record TopicLives(String life, List<TopicPartition> partitions, long[] from) {}

/** Feeds the export from Kafka. Read {@link com.phonepay.worker.export.kafka.LakeExporter} first. */
@NullMarked
package com.phonepay.worker.export.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * Lands the committed events in the lake: Avro files by topic and day, from which the jobs answer. Each event is there
 * once, whatever dies and whenever; the files alone say how far the export is. Must never write over a file. Read
 * {@link com.phonepay.worker.export.PartitionExport} first.
 */
@NullMarked
package com.phonepay.worker.export;

import org.jspecify.annotations.NullMarked;

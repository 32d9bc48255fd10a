package com.phonepay.jobs.lake;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A part of a file that is being read. */
interface Piece extends Closeable {
    /**
     * The next record that can be read, or null at the end.
     *
     * @param reuse a record of this piece that may be filled again, or null
     * @throws IOException when the file system fails; never because of what is in the file
     */
    @Nullable
    GenericRecord next(@Nullable GenericRecord reuse) throws IOException;
}

package com.phonepay.jobs.lake;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counter;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of an Avro file that begin in a range of bytes. What is damaged is left out up to the next mark between
 * blocks, and counted once.
 */
final class AvroPiece implements Piece {
    private final DataFileReader<GenericRecord> reader;
    private final long end;
    private final long fileLength;
    private final Counter malformed;
    private long damagedBlock = -1;

    AvroPiece(Configuration configuration, Path file, long start, long length, Schema wanted, Counter malformed)
            throws IOException {
        var bytes = SeekableFile.open(configuration, file);
        try {
            this.reader = new DataFileReader<>(bytes, new GenericDatumReader<>(null, wanted));
            this.reader.sync(start);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
        this.end = start + length;
        this.fileLength = bytes.length();
        this.malformed = malformed;
    }

    @Override
    public @Nullable GenericRecord next(@Nullable GenericRecord reuse) {
        while (true) {
            try {
                if (!reader.hasNext()) {
                    lookForTornEnd();
                    return null;
                }
                return reader.pastSync(end) ? null : reader.next(reuse);
            } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException damaged) {
                malformed.increment(1);
                if (!skip()) {
                    return null;
                }
            }
        }
    }

    /** A block that was not written to its end looks like the end of the file to Avro. */
    private void lookForTornEnd() {
        if (reader.previousSync() < fileLength && end >= fileLength) {
            malformed.increment(1);
        }
    }

    /** Goes to the next mark; false where there is none, or where the last attempt already ended here. */
    private boolean skip() {
        long block = reader.previousSync();
        if (block == damagedBlock) {
            return false;
        }
        damagedBlock = block;
        try {
            reader.sync(block + 1);
            return true;
        } catch (IOException | AvroRuntimeException lost) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

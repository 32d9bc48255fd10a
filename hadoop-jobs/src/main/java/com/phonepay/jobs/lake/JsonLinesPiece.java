package com.phonepay.jobs.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counter;
import org.jspecify.annotations.Nullable;

/** A file of one JSON object a line. */
final class JsonLinesPiece implements Piece {
    private final BufferedReader lines;
    private final JsonRecords records;
    private final Counter malformed;

    JsonLinesPiece(Configuration configuration, Path file, Schema wanted, Counter malformed) throws IOException {
        var stream = file.getFileSystem(configuration).open(file);
        this.lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
        this.records = new JsonRecords(wanted);
        this.malformed = malformed;
    }

    @Override
    public @Nullable GenericRecord next(@Nullable GenericRecord reuse) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            var parsed = records.parse(line);
            if (parsed.isPresent()) {
                return parsed.get();
            }
            malformed.increment(1);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

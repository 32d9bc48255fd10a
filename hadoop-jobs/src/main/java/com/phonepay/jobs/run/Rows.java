package com.phonepay.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads the rows that the last stage wrote. */
final class Rows {
    private Rows() {}

    /** In the order of the reducer; of several reducers, sorted, so that their number shows nowhere. */
    static List<JsonNode> read(Configuration configuration, Path folder) throws IOException {
        FileSystem files = folder.getFileSystem(configuration);
        List<String> lines = new ArrayList<>();
        FileStatus[] parts = files.globStatus(new Path(folder, "part-*"));
        for (FileStatus part : parts) {
            try (var in = new BufferedReader(new InputStreamReader(files.open(part.getPath()), UTF_8))) {
                in.lines().forEach(lines::add);
            }
        }
        if (parts.length > 1) {
            Collections.sort(lines);
        }
        return lines.stream().map(Result::row).toList();
    }
}

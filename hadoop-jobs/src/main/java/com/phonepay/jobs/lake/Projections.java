package com.phonepay.jobs.lake;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;

/** Which fields of a topic a job reads, kept in its configuration for the tasks. */
final class Projections {
    private static final String PREFIX = "phonepay.lake.fields.";

    private Projections() {}

    static void set(Configuration configuration, Topic topic, List<String> fields) {
        topic.projection(fields);
        configuration.setStrings(PREFIX + topic.folder(), fields.toArray(String[]::new));
    }

    static Schema of(Configuration configuration, Topic topic) {
        String[] fields = configuration.getStrings(PREFIX + topic.folder());
        return fields == null ? topic.schema() : topic.projection(Arrays.asList(fields));
    }
}

package com.phonepay.jobs.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A question about the committed events, answered by one or more MapReduce jobs. */
public interface Analysis {
    /** The verb: {@code ./phonepay jobs NAME}. */
    String name();

    String description();

    /** The fields of an answer's rows, in the order of the table. */
    List<String> columns();

    /** Its own options, without the dashes, each with what it means; an option's value is in {@link Run#option}. */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Runs the stages one after the other; the last one writes rows to {@link Run#output}. */
    void run(Run run) throws IOException, InterruptedException;

    /** False when the answer is that something is wrong: the exit status says so too. */
    default boolean isClean(Totals totals) {
        return true;
    }
}

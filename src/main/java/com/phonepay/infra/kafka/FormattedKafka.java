package com.phonepay.infra.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The main class of a broker's process: gives an empty data directory the format that a broker insists on, then starts
 * the broker. Both in one JVM, because a JVM only for the first would cost a second. Kafka's classes are reached by
 * their names, since they are on this process's class path only.
 */
public final class FormattedKafka {

    /** Names the cluster; a broker refuses data of another. */
    private static final String CLUSTER = "UGhvbmVQYXlLYWZrYTAwMQ";

    private FormattedKafka() {}

    /** The last argument is the broker's settings file. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        var settings = args[args.length - 1];
        if (!Files.exists(Path.of(directory(settings), "meta.properties"))) {
            format(settings);
        }
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object) new String[] {settings});
    }

    private static void format(String settings) throws ReflectiveOperationException {
        String[] order = {"format", "-t", CLUSTER, "-c", settings};
        var tool = Class.forName("kafka.tools.StorageTool");
        var failed =
                tool.getMethod("execute", String[].class, PrintStream.class).invoke(null, order, System.out);
        if (!failed.equals(0)) {
            throw new IllegalStateException("the data directory could not be formatted: " + failed);
        }
    }

    private static String directory(String settings) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(settings))) {
            properties.load(reader);
        }
        return properties.getProperty("log.dirs");
    }
}

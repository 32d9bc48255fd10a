package com.phonepay.jobs.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/** The folders of the lake: one for each topic of committed events, with the schema of what lies in it. */
public enum Topic {
    PAYMENT_COMPLETED("payment.completed", "payment"),
    PAYMENT_FAILED("payment.failed", "payment"),
    WALLET_LEDGER("wallet.ledger", "ledger_entry"),
    FRAUD_SCREENED("fraud.screened", "screening"),
    SETTLEMENT_BATCHES("settlement.batches", "settlement_batch");

    private final String folder;
    private final String schemaName;

    Topic(String folder, String schemaName) {
        this.folder = folder;
        this.schemaName = schemaName;
    }

    /** The topic's name, and that of its folder under the root of the lake. */
    public String folder() {
        return folder;
    }

    public Schema schema() {
        return Objects.requireNonNull(Schemas.SCHEMAS.get(this));
    }

    /** The topic of a file, by the folders that it lies in. */
    public static Optional<Topic> ofPath(String path) {
        Set<String> parts = new HashSet<>(Arrays.asList(path.split("/")));
        return Arrays.stream(values())
                .filter(topic -> parts.contains(topic.folder))
                .findFirst();
    }

    /** The schema with these fields alone: a reader skips the others without decoding them. */
    public Schema projection(List<String> fields) {
        List<Schema.Field> kept = schema().getFields().stream()
                .filter(field -> fields.contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        if (kept.size() != Set.copyOf(fields).size()) {
            throw new IllegalArgumentException(folder + " does not have all of " + fields);
        }
        return Schema.createRecord(schema().getName(), schema().getDoc(), schema().getNamespace(), false, kept);
    }

    /** Read once, when the first of them is asked for. */
    private static final class Schemas {
        private static final Map<Topic, Schema> SCHEMAS = new EnumMap<>(Topic.class);

        static {
            for (Topic topic : values()) {
                SCHEMAS.put(topic, read("/lake/" + topic.schemaName + ".avsc"));
            }
        }

        private static Schema read(String resource) {
            try (InputStream in = Topic.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The build left out " + resource);
                }
                return new Schema.Parser().parse(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

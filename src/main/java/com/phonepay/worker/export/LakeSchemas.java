package com.phonepay.worker.export;

import com.phonepay.events.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/** The shapes of the lake, from {@code schemas/lake}. Who is who is not for it, so profiles stay out. */
final class LakeSchemas {
    private static final Map<Topic, Schema> SCHEMAS = new EnumMap<>(Topic.class);

    static {
        SCHEMAS.put(Topic.PAYMENT_COMPLETED, read("payment"));
        SCHEMAS.put(Topic.PAYMENT_FAILED, read("payment"));
        SCHEMAS.put(Topic.WALLET_LEDGER, read("ledger_entry"));
        SCHEMAS.put(Topic.FRAUD_SCREENED, read("screening"));
        SCHEMAS.put(Topic.SETTLEMENT_BATCHES, read("settlement_batch"));
    }

    private LakeSchemas() {}

    static Set<Topic> topics() {
        return SCHEMAS.keySet();
    }

    static Schema of(Topic topic) {
        Schema schema = SCHEMAS.get(topic);
        if (schema == null) {
            throw new IllegalArgumentException(topic + " does not go to the lake");
        }
        return schema;
    }

    private static Schema read(String name) {
        String resource = "/lake/" + name + ".avsc";
        try (InputStream in = LakeSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The build left out " + resource);
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

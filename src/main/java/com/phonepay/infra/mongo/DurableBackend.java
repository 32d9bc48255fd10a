package com.phonepay.infra.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * One write at a time: two clients that make a collection by their first writes would each get their own, and one of
 * them would be lost. And writes to the file before it acknowledges, as MongoDB does with a journalled write concern: by
 * itself the store writes once a second, and a consumer would commit its place in Kafka for documents that a kill takes
 * away.
 */
final class DurableBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "create",
            "createIndexes",
            "drop",
            "dropDatabase",
            "renameCollection");

    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        boolean writes = message.getDocument().keySet().stream().anyMatch(WRITES::contains);
        return writes ? write(message) : super.handleMessage(message);
    }

    private synchronized Document write(MongoMessage message) {
        Document answer = super.handleMessage(message);
        commit();
        return answer;
    }
}

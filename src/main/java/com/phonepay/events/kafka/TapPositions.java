package com.phonepay.events.kafka;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How far each slice is published, and who asked for it to be published again. */
public final class TapPositions {
    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement store;
    private final PreparedStatement requests;
    private final PreparedStatement request;

    /**
     * Where the tap of a slice stands.
     *
     * @param last everything up to here was acknowledged by Kafka
     * @param index of the last event in that row
     * @param since from where to read so as to know what was open at {@code last}
     * @param request the last request to publish again that was honoured; empty where there was none
     */
    record Mark(Position last, int index, Position since, String request) {
        static final Mark NONE = new Mark(Position.ORIGIN, -1, Position.ORIGIN, "");
    }

    private TapPositions(
            CqlSession session,
            PreparedStatement select,
            PreparedStatement store,
            PreparedStatement requests,
            PreparedStatement request) {
        this.session = session;
        this.select = select;
        this.store = store;
        this.requests = requests;
        this.request = request;
    }

    /** Prepares the queries. The tables must exist. */
    public static CompletionStage<TapPositions> open(CqlSession session, String keyspace) {
        var select = prepare(session, "SELECT * FROM %s.tap_position WHERE slice = ?", keyspace);
        var store = prepare(
                session,
                "INSERT INTO %s.tap_position (slice, sequence, epoch, idx, since_sequence, since_epoch, request)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                keyspace);
        var requests = prepare(session, "SELECT slice, request FROM %s.tap_request", keyspace);
        var request = prepare(session, "INSERT INTO %s.tap_request (slice, request) VALUES (?, ?)", keyspace);
        return CompletableFuture.allOf(select, store, requests, request)
                .thenApply(prepared ->
                        new TapPositions(session, select.join(), store.join(), requests.join(), request.join()));
    }

    private static CompletableFuture<PreparedStatement> prepare(CqlSession session, String cql, String keyspace) {
        return session.prepareAsync(String.format(cql, keyspace)).toCompletableFuture();
    }

    CompletionStage<Mark> of(SliceAddress slice) {
        return session.executeAsync(select.bind(slice.toString())).thenApply(found -> {
            Row row = found.one();
            return row == null ? Mark.NONE : mark(row);
        });
    }

    private static Mark mark(Row row) {
        String request = row.getString("request");
        return new Mark(
                new Position(row.getLong("sequence"), row.getLong("epoch")),
                row.getInt("idx"),
                new Position(row.getLong("since_sequence"), row.getLong("since_epoch")),
                request == null ? "" : request);
    }

    CompletionStage<Void> store(SliceAddress slice, Mark mark) {
        return session.executeAsync(store.bind(
                        slice.toString(),
                        mark.last().sequence(),
                        mark.last().epoch(),
                        mark.index(),
                        mark.since().sequence(),
                        mark.since().epoch(),
                        mark.request()))
                .thenAccept(done -> {});
    }

    /** The last request of each slice. */
    CompletionStage<Map<String, String>> requests() {
        return session.executeAsync(requests.bind()).thenCompose(page -> collect(page, new HashMap<>()));
    }

    private static CompletionStage<Map<String, String>> collect(AsyncResultSet page, Map<String, String> found) {
        page.currentPage().forEach(row -> found.put(row.getString("slice"), row.getString("request")));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }

    /** @param id a time, in digits of equal length, so that a later request is the greater text */
    CompletionStage<Void> request(SliceAddress slice, String id) {
        return session.executeAsync(request.bind(slice.toString(), id)).thenAccept(done -> {});
    }
}

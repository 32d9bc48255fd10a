package com.phonepay.worker.fraudanalytics;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.phonepay.events.EventId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Profiles in Cassandra. They can be dropped: publishing everything again builds them anew once progress is dropped too. */
public final class StoredProfiles implements PayerProfiles {
    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement store;

    private StoredProfiles(CqlSession session, PreparedStatement select, PreparedStatement store) {
        this.session = session;
        this.select = select;
        this.store = store;
    }

    /** CQL that creates the table where it is missing. */
    public static List<String> tables(String keyspace) {
        return List.of("CREATE TABLE IF NOT EXISTS " + keyspace + ".payer_profile (payer text PRIMARY KEY, "
                + "payments bigint, mean double, squares double, hours list<bigint>, payees map<text, bigint>, "
                + "screened text, posted text)");
    }

    public static CompletionStage<StoredProfiles> open(CqlSession session, String keyspace) {
        CompletionStage<PreparedStatement> select =
                session.prepareAsync("SELECT * FROM " + keyspace + ".payer_profile WHERE payer = ?");
        CompletionStage<PreparedStatement> store = session.prepareAsync("INSERT INTO " + keyspace
                + ".payer_profile (payer, payments, mean, squares, hours, payees, screened, posted)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        return select.thenCombine(store, (reading, writing) -> new StoredProfiles(session, reading, writing));
    }

    @Override
    public CompletionStage<PayerProfile> of(String payer) {
        return session.executeAsync(select.bind(payer)).thenApply(found -> {
            Row row = found.one();
            return row == null ? PayerProfile.NEW : profile(row);
        });
    }

    private static PayerProfile profile(Row row) {
        List<Long> hours = row.getList("hours", Long.class);
        Map<String, Long> payees = row.getMap("payees", String.class, Long.class);
        return new PayerProfile(
                row.getLong("payments"),
                row.getDouble("mean"),
                row.getDouble("squares"),
                hours == null || hours.isEmpty() ? PayerProfile.NEW.hours() : List.copyOf(hours),
                payees == null ? Collections.emptyMap() : Map.copyOf(payees),
                id(row.getString("screened")),
                id(row.getString("posted")));
    }

    private static @Nullable EventId id(@Nullable String text) {
        return text == null ? null : EventId.parse(text).orElse(null);
    }

    @Override
    public CompletionStage<Void> store(String payer, PayerProfile profile) {
        return session.executeAsync(store.bind(
                        payer,
                        profile.payments(),
                        profile.meanPaise(),
                        profile.squares(),
                        profile.hours(),
                        profile.payees(),
                        text(profile.screened()),
                        text(profile.posted())))
                .thenAccept(done -> {});
    }

    private static @Nullable String text(@Nullable EventId id) {
        return id == null ? null : id.toString();
    }
}

package com.phonepay.worker.settlement.development;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.phonepay.payment.BankControl;
import com.phonepay.worker.settlement.BankAdapter;
import com.phonepay.worker.settlement.BankAnswer;
import com.phonepay.worker.settlement.BankInstruction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A bank that keeps what it was told in Cassandra: one row per reference, written once by compare-and-set with what it
 * decided. It can be told to refuse, to say nothing, and to answer late.
 */
public final class DevelopmentBank implements BankAdapter, BankControl {
    private static final String PAID = "PAID";
    private static final String REFUSED = "REFUSED";
    private static final String REASON = "The bank was told to refuse.";

    private final CqlSession session;
    private final String keyspace;
    private final Duration late;
    private final InstantSource clock;

    public DevelopmentBank(CqlSession session, String keyspace, Duration late, InstantSource clock) {
        this.session = session;
        this.keyspace = keyspace;
        this.late = late;
        this.clock = clock;
    }

    /** CQL that creates the tables where they are missing. */
    public static List<String> create(String keyspace) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".development_bank (reference text PRIMARY KEY, "
                        + "merchant text, amount bigint, state text, tells_at bigint)",
                "CREATE TABLE IF NOT EXISTS " + keyspace
                        + ".development_bank_behaviour (id int PRIMARY KEY, what text)");
    }

    @Override
    public CompletionStage<BankAnswer> pay(BankInstruction instruction) {
        return behaviour()
                .thenCompose(behaviour -> record(instruction, behaviour).thenCompose(known -> {
                    if (known != null && !isSame(known, instruction)) {
                        return CompletableFuture.failedFuture(
                                new IllegalArgumentException("Another instruction has " + instruction.reference()));
                    }
                    return known == null
                            ? tell(state(behaviour), tellsAt(behaviour), instruction.reference(), behaviour)
                            : tell(known, behaviour);
                }));
    }

    /** The row that is there already, or nothing where this instruction is the first. */
    private CompletionStage<@Nullable Row> record(BankInstruction instruction, Behaviour behaviour) {
        SimpleStatement insert = SimpleStatement.newInstance(
                        "INSERT INTO " + keyspace + ".development_bank (reference, merchant, amount, state, tells_at) "
                                + "VALUES (?, ?, ?, ?, ?) IF NOT EXISTS",
                        instruction.reference(),
                        instruction.merchant().value(),
                        instruction.amount().paise(),
                        state(behaviour),
                        tellsAt(behaviour))
                .setSerialConsistencyLevel(ConsistencyLevel.SERIAL);
        return session.executeAsync(insert).thenApply(result -> result.wasApplied() ? null : result.one());
    }

    private static boolean isSame(Row known, BankInstruction instruction) {
        return known.getLong("amount") == instruction.amount().paise()
                && instruction.merchant().value().equals(known.getString("merchant"));
    }

    private static String state(Behaviour behaviour) {
        return behaviour == Behaviour.REFUSES ? REFUSED : PAID;
    }

    private long tellsAt(Behaviour behaviour) {
        return clock.millis() + (behaviour == Behaviour.ANSWERS_LATE ? late.toMillis() : 0);
    }

    @Override
    public CompletionStage<BankAnswer> inquire(String reference) {
        SimpleStatement select = SimpleStatement.newInstance(
                        "SELECT * FROM " + keyspace + ".development_bank WHERE reference = ?", reference)
                .setConsistencyLevel(ConsistencyLevel.SERIAL);
        return behaviour().thenCompose(behaviour -> session.executeAsync(select)
                .thenApply(AsyncResultSet::one)
                .thenCompose(row -> row == null ? done(new BankAnswer.Unheard()) : tell(row, behaviour)));
    }

    private CompletionStage<BankAnswer> tell(Row row, Behaviour behaviour) {
        return tell(
                String.valueOf(row.getString("state")),
                row.getLong("tells_at"),
                String.valueOf(row.getString("reference")),
                behaviour);
    }

    private CompletionStage<BankAnswer> tell(String state, long tellsAt, String reference, Behaviour behaviour) {
        if (behaviour == Behaviour.TIMES_OUT) {
            return new CompletableFuture<>();
        }
        if (tellsAt > clock.millis()) {
            return done(new BankAnswer.Pending());
        }
        return done(state.equals(PAID) ? new BankAnswer.Paid("BANK-" + reference) : new BankAnswer.Refused(REASON));
    }

    private static CompletionStage<BankAnswer> done(BankAnswer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<Behaviour> behaviour() {
        return session.executeAsync("SELECT what FROM " + keyspace + ".development_bank_behaviour WHERE id = 0")
                .thenApply(result -> {
                    Row row = result.one();
                    return row == null ? Behaviour.PAYS : Behaviour.valueOf(row.getString("what"));
                });
    }

    @Override
    public CompletionStage<Behaviour> behave(Behaviour behaviour) {
        return session.executeAsync(SimpleStatement.newInstance(
                        "INSERT INTO " + keyspace + ".development_bank_behaviour (id, what) VALUES (0, ?)",
                        behaviour.name()))
                .thenApply(done -> behaviour);
    }
}

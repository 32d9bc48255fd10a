package com.phonepay.readmodel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.readmodel.FieldMap;
import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.testing.MongoForTests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes that come twice, late and in the wrong order, on a real server process. */
@Tag("mongo")
final class MongoViewsTest {
    private static final Mongo MONGO = Mongo.open(MongoForTests.freshDatabase());
    private final ViewStore views = MONGO.views();

    @BeforeEach
    void beginWithNothing() {
        done(views.wipe(EnumSet.allOf(View.class)));
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void keepsTheDocumentOfTheLatestEventWhateverTheOrder() {
        List<ViewDocument> history = new ArrayList<>();
        for (long sequence = 1; sequence <= 5; sequence++) {
            for (int index = 0; index < 4; index++) {
                history.add(settlement("B1", sequence, index));
            }
        }
        for (int seed = 0; seed < 10; seed++) {
            List<ViewDocument> shuffled = new ArrayList<>(history);
            shuffled.addAll(history);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(document -> done(views.write(List.of(document))));
            assertThat(stored("B1")).isEqualTo(settlement("B1", 5, 3));
            done(views.remove(List.of(stored("B1"))));
        }
    }

    @Test
    void keepsTheLatestAlsoWhereManyWriteAtOnce() {
        for (int round = 0; round < 20; round++) {
            String id = "R" + round;
            List<CompletableFuture<Void>> writers = IntStream.rangeClosed(1, 8)
                    .mapToObj(sequence ->
                            views.write(List.of(settlement(id, sequence, 0))).toCompletableFuture())
                    .toList();
            writers.forEach(MongoViewsTest::done);
            assertThat(stored(id)).isEqualTo(settlement(id, 8, 0));
        }
    }

    @Test
    void takesABatchWithKnownAndNewDocuments() {
        done(views.write(List.of(settlement("A", 7, 0), settlement("B", 7, 1))));
        done(views.write(
                List.of(settlement("A", 6, 0), settlement("B", 8, 0), settlement("C", 1, 0), settlement("C", 2, 0))));
        assertThat(stored("A")).isEqualTo(settlement("A", 7, 0));
        assertThat(stored("B")).isEqualTo(settlement("B", 8, 0));
        assertThat(stored("C")).isEqualTo(settlement("C", 2, 0));
    }

    @Test
    void restoresADamagedDocumentButNoOlderOne() {
        ViewDocument damaged = new ViewDocument(
                View.SETTLEMENTS,
                "D",
                new Origin("wallets-1", 4, 2),
                new FieldMap().with("net_paise", -1L).all());
        done(views.write(List.of(damaged)));
        done(views.write(List.of(settlement("D", 4, 2))));
        assertThat(stored("D")).isEqualTo(damaged);
        done(views.restore(List.of(settlement("D", 4, 1))));
        assertThat(stored("D")).isEqualTo(damaged);
        done(views.restore(List.of(settlement("D", 4, 2))));
        assertThat(stored("D")).isEqualTo(settlement("D", 4, 2));
    }

    @Test
    void removesOnlyWhatHasNotChangedMeanwhile() {
        done(views.write(List.of(settlement("E", 1, 0))));
        ViewDocument seen = stored("E");
        done(views.write(List.of(settlement("E", 2, 0))));
        done(views.remove(List.of(seen)));
        assertThat(stored("E")).isEqualTo(settlement("E", 2, 0));
        done(views.remove(List.of(stored("E"))));
        assertThat(done(views.find(View.SETTLEMENTS, List.of("E")))).isEmpty();
    }

    @Test
    void handsOutEveryDocument() {
        List<ViewDocument> many = IntStream.range(0, 1300)
                .mapToObj(n -> settlement("M" + n, 1, n))
                .toList();
        done(views.write(many));
        List<ViewDocument> read = new ArrayList<>();
        done(views.all(View.SETTLEMENTS, batch -> {
            read.addAll(batch);
            return CompletableFuture.completedFuture(null);
        }));
        assertThat(read).containsExactlyInAnyOrderElementsOf(many);
    }

    /** The stand-in once lost what one of two clients wrote, where both made the collection by their first writes. */
    @Test
    void losesNothingWhereManyClientsBeginAtOnce() {
        for (int round = 0; round < 6; round++) {
            MongoSettings fresh = MongoForTests.freshDatabase();
            List<Mongo> clients =
                    IntStream.range(0, 4).mapToObj(client -> Mongo.open(fresh)).toList();
            List<CompletableFuture<Void>> writers = IntStream.range(0, 40)
                    .mapToObj(n -> clients.get(n % 4)
                            .views()
                            .write(List.of(settlement("N" + n, 1, 0)))
                            .toCompletableFuture())
                    .toList();
            writers.forEach(MongoViewsTest::done);
            List<String> ids = IntStream.range(0, 40).mapToObj(n -> "N" + n).toList();
            assertThat(done(clients.get(0).views().find(View.SETTLEMENTS, ids))).hasSize(40);
            clients.forEach(Mongo::close);
        }
    }

    private ViewDocument stored(String id) {
        return Objects.requireNonNull(
                done(views.find(View.SETTLEMENTS, List.of(id))).get(id));
    }

    private static ViewDocument settlement(String id, long sequence, int index) {
        return new ViewDocument(
                View.SETTLEMENTS,
                id,
                new Origin("wallets-1", sequence, index),
                new FieldMap()
                        .with("net_paise", sequence * 100 + index)
                        .with("status", "OPEN")
                        .with("parts", List.of("a", "b"))
                        .with("share", 0.5)
                        .all());
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}

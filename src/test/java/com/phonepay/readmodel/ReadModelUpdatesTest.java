package com.phonepay.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is written when events are told for the first time, and when they are told again. */
final class ReadModelUpdatesTest {
    private final Kept kept = new Kept();
    private final ReadModelUpdates updates = new ReadModelUpdates(kept);

    @Test
    void whatIsKnownIsNotWrittenAgain() {
        join(updates.handle(List.of(posting(1, 5), posting(2, 6))));
        kept.written.clear();
        join(updates.again(List.of(posting(1, 5), posting(2, 6))));
        assertThat(kept.written).isEmpty();
    }

    @Test
    void whatIsMissingOrOlderIsWrittenWhenItIsToldAgain() {
        join(updates.handle(List.of(posting(1, 5), posting(2, 6), posting(3, 8))));
        kept.written.clear();
        join(updates.again(List.of(posting(1, 5), posting(2, 7), posting(3, 4), posting(4, 9))));
        assertThat(kept.written)
                .extracting(document -> document.origin().sequence())
                .containsExactly(7L, 9L);
    }

    private static void join(CompletionStage<Void> stage) {
        stage.toCompletableFuture().join();
    }

    /** @param version of the account, which names the document */
    private static CommittedEvent posting(long version, long sequence) {
        LedgerPosted posted = new LedgerPosted(
                "asha",
                "T1",
                "PAYMENT",
                LedgerPosted.Type.DEBIT,
                Money.ofPaise(1),
                Money.ZERO,
                "ravi",
                "clearing",
                version,
                1_000);
        EventId id = new EventId(new SliceAddress(SliceType.WALLETS, 0), sequence, 0);
        return new CommittedEvent(id, 1, Topic.WALLET_LEDGER, "asha", 1_000, posted);
    }

    /** Documents in memory, and those that were written. */
    private static final class Kept implements ViewStore {
        private final Map<String, ViewDocument> byId = new HashMap<>();
        private final List<ViewDocument> written = new ArrayList<>();

        @Override
        public CompletionStage<Void> prepare() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> write(List<ViewDocument> documents) {
            written.addAll(documents);
            documents.forEach(document -> byId.put(document.id(), document));
            return prepare();
        }

        @Override
        public CompletionStage<Map<String, ViewDocument>> find(View view, Collection<String> ids) {
            Map<String, ViewDocument> found = new HashMap<>(byId);
            found.keySet().retainAll(ids);
            return CompletableFuture.completedFuture(found);
        }

        @Override
        public CompletionStage<Void> restore(List<ViewDocument> documents) {
            throw notAsked();
        }

        @Override
        public CompletionStage<Void> all(View view, Function<List<ViewDocument>, CompletionStage<Void>> sink) {
            throw notAsked();
        }

        @Override
        public CompletionStage<Void> remove(List<ViewDocument> documents) {
            throw notAsked();
        }

        @Override
        public CompletionStage<Void> wipe(Set<View> views) {
            throw notAsked();
        }

        private static AssertionError notAsked() {
            return new AssertionError("updates only find and write");
        }
    }
}

package com.phonepay.payment.cluster;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.OpenTransactions;
import com.phonepay.slice.SliceClient;
import com.phonepay.transaction.InDoubtAnswer;
import com.phonepay.transaction.QueryInDoubt;
import com.phonepay.transaction.TransactionView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks every transaction slice for what has not ended there. */
public final class ClusterOpenTransactions implements OpenTransactions {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final SliceClient client;
    private final Slices slices;

    public ClusterOpenTransactions(SliceClient client, Slices slices) {
        this.client = client;
        this.slices = slices;
    }

    @Override
    public CompletionStage<Found> oldest(int each) {
        Map<Integer, CompletableFuture<InDoubtAnswer>> asked = new TreeMap<>();
        for (int slice = 0; slice < slices.count(); slice++) {
            asked.put(slice, ask(slice, each));
        }
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .handle((all, fault) -> collect(asked));
    }

    private CompletableFuture<InDoubtAnswer> ask(int slice, int each) {
        return client.ask(new SliceAddress(SliceType.TRANSACTIONS, slice), new QueryInDoubt(each), TIMEOUT)
                .thenApply(InDoubtAnswer.class::cast)
                .toCompletableFuture();
    }

    private static Found collect(Map<Integer, CompletableFuture<InDoubtAnswer>> asked) {
        List<TransactionView> views = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        int total = 0;
        for (Map.Entry<Integer, CompletableFuture<InDoubtAnswer>> slice : asked.entrySet()) {
            if (slice.getValue().isCompletedExceptionally()) {
                silent.add(new SliceAddress(SliceType.TRANSACTIONS, slice.getKey()).toString());
            } else {
                InDoubtAnswer answer = slice.getValue().join();
                views.addAll(answer.oldest());
                total += answer.total();
            }
        }
        views.sort(Comparator.comparingLong(TransactionView::initiatedAt));
        return new Found(views, total, silent);
    }
}

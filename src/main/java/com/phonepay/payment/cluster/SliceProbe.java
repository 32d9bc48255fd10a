package com.phonepay.payment.cluster;

import com.phonepay.directory.Resolve;
import com.phonepay.fraud.QueryProfile;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Services;
import com.phonepay.slice.SliceClient;
import com.phonepay.transaction.QueryInDoubt;
import com.phonepay.wallet.QueryBalance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks every slice something harmless. A slice that answers has recovered from the journal and holds its epoch. */
public final class SliceProbe implements Services {
    private static final AccountId NOBODY = new AccountId("-");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Map<SliceType, Message> QUESTIONS = new EnumMap<>(Map.of(
            SliceType.TRANSACTIONS, new QueryInDoubt(0),
            SliceType.WALLETS, new QueryBalance(NOBODY),
            SliceType.FRAUD, new QueryProfile(NOBODY),
            SliceType.DIRECTORY, new Resolve("id:-")));

    private final SliceClient client;
    private final Slices slices;

    public SliceProbe(SliceClient client, Slices slices) {
        this.client = client;
        this.slices = slices;
    }

    /** True where every slice of every type answered, whatever it said. */
    public CompletionStage<Boolean> allAnswer() {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        QUESTIONS.forEach((type, question) -> {
            for (int number = 0; number < slices.count(); number++) {
                answers.add(client.ask(new SliceAddress(type, number), question, TIMEOUT)
                        .toCompletableFuture());
            }
        });
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> failure == null);
    }

    @Override
    public CompletionStage<List<Health>> look() {
        List<CompletableFuture<Health>> types = new ArrayList<>();
        QUESTIONS.forEach((type, question) -> types.add(look(type, question)));
        return CompletableFuture.allOf(types.toArray(CompletableFuture[]::new))
                .thenApply(all -> types.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Health> look(SliceType type, Message question) {
        long begun = System.nanoTime();
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        for (int number = 0; number < slices.count(); number++) {
            answers.add(client.ask(new SliceAddress(type, number), question, TIMEOUT)
                    .handle((answer, fault) -> fault == null ? (System.nanoTime() - begun) / 1e6 : -1.0)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    double[] times = answers.stream()
                            .mapToDouble(CompletableFuture::join)
                            .filter(ms -> ms >= 0)
                            .toArray();
                    double slowest = Arrays.stream(times).max().orElse(0);
                    return new Health(type.name().toLowerCase(Locale.ROOT), slices.count(), times.length, slowest);
                });
    }
}

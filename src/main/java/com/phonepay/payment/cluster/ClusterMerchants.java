package com.phonepay.payment.cluster;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.RegisterMerchant;
import com.phonepay.directory.Registered;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.MerchantRegistration;
import com.phonepay.payment.Merchants;
import com.phonepay.payment.PayoutOrder;
import com.phonepay.payment.Reply;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.wallet.CloseWindow;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.MerchantsView;
import com.phonepay.wallet.PayoutAnswer;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.QueryMerchants;
import com.phonepay.wallet.RequestPayout;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Registers merchants by asking the directory, and acts for them by asking their wallet slices. */
public final class ClusterMerchants implements Merchants {
    private static final String GENERATED = "merchant";
    private static final int GENERATED_DIGITS = 12;

    private final Asking asking;
    private final Slices slices;
    private final FeePlan plan;
    private final InstantSource clock;

    public ClusterMerchants(Asking asking, Slices slices, FeePlan plan, InstantSource clock) {
        this.asking = asking;
        this.slices = slices;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Reply<MerchantView>> register(MerchantRegistration registration) {
        AccountId id = new AccountId(registration.id().orElseGet(() -> generated(registration)));
        MerchantProfile profile =
                new MerchantProfile(registration.owner(), registration.name(), registration.email(), plan);
        String fingerprint =
                Digest.of(registration.owner().value(), id.value(), registration.name(), registration.email());
        RegisterMerchant register = new RegisterMerchant(id, profile, Aliases.vpa(Vpas.of(id)), fingerprint);
        CompletionStage<Reply<Registered>> registered = asking.ask(slices.directory(Aliases.id(id)), register)
                .handle((answer, fault) -> fault == null
                        ? Answers.expect(answer, Registered.class, done -> done)
                        : Reply.refused(Answers.OUTCOME_UNKNOWN));
        return Reply.andThen(registered, done -> find(id));
    }

    /** The same owner, name and key make the same id, so a repeat finds what the first request began. */
    private static String generated(MerchantRegistration registration) {
        String digest = Digest.of(
                "merchant",
                registration.owner().value(),
                registration.name(),
                registration.email(),
                registration.key());
        return GENERATED + digest.substring(0, GENERATED_DIGITS);
    }

    @Override
    public CompletionStage<Reply<MerchantView>> find(AccountId merchant) {
        return asking.ask(slices.wallets(merchant), new QueryMerchant(merchant))
                .thenApply(answer -> Answers.expect(answer, MerchantView.class, view -> view));
    }

    @Override
    public CompletionStage<Reply<List<MerchantView>>> ownedBy(AccountId owner) {
        List<CompletableFuture<Reply<MerchantsView>>> asked = new ArrayList<>();
        for (int number = 0; number < slices.count(); number++) {
            SliceAddress slice = new SliceAddress(SliceType.WALLETS, number);
            asked.add(asking.ask(slice, new QueryMerchants(owner))
                    .thenApply(answer -> Answers.expect(answer, MerchantsView.class, view -> view))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(done -> together(asked));
    }

    private static Reply<List<MerchantView>> together(List<CompletableFuture<Reply<MerchantsView>>> answers) {
        List<MerchantView> all = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        answers.forEach(answer -> answer.join().fold(view -> all.addAll(view.merchants()), refused::add));
        all.sort(Comparator.comparing(view -> view.merchant().id().value()));
        return refused.isEmpty() ? Reply.given(List.copyOf(all)) : Reply.refused(refused.get(0));
    }

    @Override
    public CompletionStage<Reply<MerchantView>> closeWindow(AccountId merchant) {
        return asking.ask(slices.wallets(merchant), new CloseWindow(merchant, clock.millis()))
                .thenApply(answer -> Answers.expect(answer, MerchantView.class, view -> view));
    }

    @Override
    public CompletionStage<Reply<PayoutAnswer>> payout(PayoutOrder order) {
        String merchant = order.merchant().value();
        Money amount = order.amount();
        String fingerprint = Digest.of(merchant, amount == null ? "everything" : Long.toString(amount.paise()));
        RequestPayout request = new RequestPayout(
                "P" + Digest.id("payout", merchant, order.key()), fingerprint, order.merchant(), amount);
        return asking.ask(slices.wallets(order.merchant()), request)
                .handle((answer, fault) -> fault == null
                        ? Answers.expect(answer, PayoutAnswer.class, told -> told)
                        : Reply.refused(Answers.OUTCOME_UNKNOWN));
    }
}

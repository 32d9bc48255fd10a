package com.phonepay.worker.settlement;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.SliceClient;
import com.phonepay.wallet.ConfirmPayout;
import com.phonepay.wallet.OpenPayouts;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.QueryPayouts;
import com.phonepay.wallet.RefusePayout;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings payouts to their end. A payout that a slice names is held durably, so the bank may be told; what the bank says
 * for good is passed on until the slice no longer names the payout. A bank that is silent is inquired, and told again
 * only where it never heard; nothing here ever takes silence for an answer. Two of these at once do no harm.
 */
public final class PayoutWorker extends AbstractBehavior<PayoutWorker.Command> {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int AT_ONCE = 100;
    private static final long PAUSE_MAX_MS = 15_000;

    /** What the worker is told, by itself only. */
    public sealed interface Command {}

    private record Look() implements Command {}

    private record Open(int slice, @Nullable Answer answer) implements Command {}

    private record Said(Payout payout, @Nullable BankAnswer answer, @Nullable Throwable fault) implements Command {}

    /** One payout as far as this worker has come with it; forgotten by a restart, which then tells the bank again. */
    private static final class Case {
        boolean underWay;
        boolean told;
        int attempts;
        long notBefore;

        void pause(long now) {
            attempts++;
            notBefore = now + Math.min(PAUSE_MAX_MS, 1_000L << Math.min(attempts - 1, 6));
        }
    }

    private final SliceClient client;
    private final Slices slices;
    private final BankAdapter bank;
    private final Duration patience;
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<Integer, Set<String>> named = new HashMap<>();

    /**
     * The worker, to be started as a singleton.
     *
     * @param patience after which a bank that says nothing is inquired
     */
    public static Behavior<Command> create(SliceClient client, Slices slices, BankAdapter bank, Duration patience) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new PayoutWorker(context, timers, client, slices, bank, patience)));
    }

    private PayoutWorker(
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            SliceClient client,
            Slices slices,
            BankAdapter bank,
            Duration patience) {
        super(context);
        this.client = client;
        this.slices = slices;
        this.bank = bank;
        this.patience = patience;
        timers.startTimerWithFixedDelay(new Look(), EVERY);
        LOG.info("The settlement worker runs on this node");
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Look.class, look -> look())
                .onMessage(Open.class, this::open)
                .onMessage(Said.class, this::said)
                .build();
    }

    private Behavior<Command> look() {
        for (int slice = 0; slice < slices.count(); slice++) {
            int number = slice;
            SliceAddress address = new SliceAddress(SliceType.WALLETS, slice);
            getContext()
                    .pipeToSelf(
                            client.ask(address, new QueryPayouts(AT_ONCE), TIMEOUT),
                            (answer, failure) -> new Open(number, answer));
        }
        return this;
    }

    private Behavior<Command> open(Open open) {
        if (open.answer() instanceof OpenPayouts payouts) {
            forgetAllBut(open.slice(), payouts);
            long now = System.currentTimeMillis();
            for (Payout payout : payouts.oldest()) {
                Case one = cases.computeIfAbsent(payout.instruction(), any -> new Case());
                if (!one.underWay && one.notBefore <= now) {
                    ask(payout, one);
                }
            }
        }
        return this;
    }

    /** What a slice no longer names has come to its end. */
    private void forgetAllBut(int slice, OpenPayouts payouts) {
        Set<String> now = new HashSet<>();
        payouts.oldest().forEach(payout -> now.add(payout.instruction()));
        Set<String> before = named.put(slice, now);
        if (before != null) {
            before.stream().filter(reference -> !now.contains(reference)).forEach(cases::remove);
        }
    }

    private void ask(Payout payout, Case one) {
        one.underWay = true;
        CompletionStage<BankAnswer> answer = one.told
                ? bank.inquire(payout.instruction())
                : bank.pay(new BankInstruction(payout.instruction(), payout.merchant(), payout.amount()));
        one.told = true;
        getContext()
                .pipeToSelf(
                        answer.toCompletableFuture().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS),
                        (said, fault) -> new Said(payout, said, fault));
    }

    private Behavior<Command> said(Said said) {
        Case one = cases.computeIfAbsent(said.payout().instruction(), any -> new Case());
        one.underWay = false;
        one.pause(System.currentTimeMillis());
        Payout payout = said.payout();
        BankAnswer answer = said.answer();
        if (answer instanceof BankAnswer.Paid paid) {
            tell(payout, new ConfirmPayout(payout.reference(), payout.merchant(), paid.bankReference()));
        } else if (answer instanceof BankAnswer.Refused refused) {
            tell(payout, new RefusePayout(payout.reference(), payout.merchant(), refused.reason()));
        } else if (answer instanceof BankAnswer.Unheard) {
            one.told = false;
        } else if (answer == null) {
            LOG.warn("The bank did not answer about {}: {}", payout.reference(), String.valueOf(said.fault()));
        }
        return this;
    }

    /** Lost on its way it is said again: the slice goes on naming the payout, and the bank gives the same answer. */
    private void tell(Payout payout, Message word) {
        var unused = client.ask(slices.wallets(payout.merchant()), word, TIMEOUT)
                .exceptionally(fault -> {
                    LOG.info("The word about {} was not answered: {}", payout.reference(), fault.toString());
                    return null;
                });
    }
}

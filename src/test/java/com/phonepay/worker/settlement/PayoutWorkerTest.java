package com.phonepay.worker.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorSystem;
import com.phonepay.coordinator.CutOffs;
import com.phonepay.coordinator.SettlementClock;
import com.phonepay.directory.DirectoryMachine;
import com.phonepay.directory.DirectorySettings;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.FeePlan;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Terms;
import com.phonepay.testing.LocalSlices;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.PayoutAnswer;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.RequestPayout;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.phonepay.wallet.WindowStatus;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The clock and the worker as they run, over production machines in memory and a bank that follows a script. */
final class PayoutWorkerTest {
    private static final Slices SLICES = new Slices(2);
    private static final AccountId SHOP = new AccountId("tea-stall");
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final LocalSlices slices = new LocalSlices(machines());
    private final Script bank = new Script();

    private static Map<SliceType, Machine<?>> machines() {
        return Map.of(
                SliceType.WALLETS, new WalletMachine(SLICES, WalletRules.standard(Limits.upi())),
                SliceType.TRANSACTIONS,
                        new TransactionMachine(
                                SLICES, Deadlines.STANDARD, Limits.upi().paymentMax()),
                SliceType.DIRECTORY, new DirectoryMachine(SLICES, DirectorySettings.usual()));
    }

    /** Gives its answers one after the other, the last one for ever; to the first call, where it is pending, only silence. */
    private static final class Script implements BankAdapter {
        final List<String> calls = new CopyOnWriteArrayList<>();
        final AtomicInteger faults = new AtomicInteger();
        private final List<BankAnswer> answers = new CopyOnWriteArrayList<>();

        void answers(BankAnswer... inOrder) {
            answers.addAll(List.of(inOrder));
        }

        @Override
        public CompletionStage<BankAnswer> pay(BankInstruction instruction) {
            return next("pay " + instruction.reference() + " " + instruction.amount());
        }

        @Override
        public CompletionStage<BankAnswer> inquire(String reference) {
            return next("inquire " + reference);
        }

        private CompletionStage<BankAnswer> next(String call) {
            calls.add(call);
            if (faults.getAndDecrement() > 0) {
                return CompletableFuture.failedFuture(new IOException("the line is dead"));
            }
            BankAnswer answer = answers.size() == 1 ? answers.get(0) : answers.remove(0);
            return answer instanceof BankAnswer.Pending && calls.size() == 1
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(answer);
        }
    }

    @Test
    void closesAtTheCutOffAndInquiresASilentBankUntilItHasPaid() {
        bank.answers(new BankAnswer.Pending(), new BankAnswer.Unheard(), new BankAnswer.Paid("B-1"));
        MerchantView end = settled(
                view -> view.merchant().past().stream().anyMatch(window -> window.status() == WindowStatus.SETTLED));
        assertThat(bank.calls)
                .startsWith(
                        "pay P-tea-stall-w000001 97.64",
                        "inquire P-tea-stall-w000001",
                        "pay P-tea-stall-w000001 97.64");
        assertThat(end.wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(end.payouts().get(0).bankReference()).isEqualTo("B-1");
    }

    @Test
    void leavesTheMoneyWhereTheBankRefuses() {
        bank.answers(new BankAnswer.Refused("no such account"));
        MerchantView end = settled(
                view -> view.merchant().past().stream().anyMatch(window -> window.status() == WindowStatus.FAILED));
        assertThat(end.wallet().available()).isEqualTo(Money.ofPaise(9_764));
        assertThat(end.merchant().payable()).isEqualTo(Money.ofPaise(9_764));
    }

    /** A bank that takes the instruction and thinks about it is only inquired; the money stays held meanwhile. */
    @Test
    void waitsForABankThatAnswersLate() {
        BankAnswer pending = new BankAnswer.Pending();
        bank.answers(new BankAnswer.Unheard(), pending, pending, pending, new BankAnswer.Paid("B-1"));
        settled(view -> view.merchant().past().stream().anyMatch(window -> window.status() == WindowStatus.SETTLED));
        assertThat(bank.calls.stream().filter(call -> call.startsWith("pay")).count())
                .isEqualTo(2);
        assertThat(bank.calls.stream()
                        .filter(call -> call.startsWith("inquire"))
                        .count())
                .isEqualTo(3);
    }

    /** A lost connection says nothing about what the bank did. */
    @Test
    void takesAFaultForNoAnswer() {
        bank.faults.set(2);
        bank.answers(new BankAnswer.Paid("B-1"));
        MerchantView end = settled(
                view -> view.merchant().past().stream().anyMatch(window -> window.status() == WindowStatus.SETTLED));
        assertThat(end.wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(bank.calls)
                .startsWith(
                        "pay P-tea-stall-w000001 97.64", "inquire P-tea-stall-w000001", "inquire P-tea-stall-w000001");
    }

    /** The bank remembers every name for ever, the slice a key for a day. */
    @Test
    void asksTheBankUnderAnotherNameWhereAKeyIsUsedAgainLongAfter() {
        bank.answers(new BankAnswer.Refused("no such account"), new BankAnswer.Paid("B-1"));
        settled(view -> view.merchant().past().stream().anyMatch(window -> window.status() == WindowStatus.FAILED));
        Money half = Money.ofPaise(4_000);
        RequestPayout order = new RequestPayout("Pkey", "f", SHOP, half);
        for (int payout = 1; payout <= 2; payout++) {
            long balance = 9_764 - payout * half.paise();
            tell(order);
            tell(order);
            settled(view -> view.wallet().balance().paise() == balance);
            slices.advance(Duration.ofHours(25));
        }
        List<String> paid =
                bank.calls.stream().filter(call -> call.startsWith("pay Pkey")).toList();
        assertThat(paid).hasSize(2).doesNotHaveDuplicates();
    }

    private void tell(RequestPayout order) {
        assertThat(slices.ask(SLICES.wallets(SHOP), order, Duration.ofSeconds(1))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(PayoutAnswer.class);
    }

    private MerchantView settled(Predicate<MerchantView> enough) {
        MerchantProfile profile =
                new MerchantProfile(new AccountId("asha"), "Tea", "tea@example.com", new FeePlan(200, 1_800));
        slices.tell(SLICES.wallets(SHOP), new OpenWallet(SHOP, Money.ZERO, "id:tea-stall", profile));
        TransactionId id = TransactionId.of(0, "0".repeat(32));
        Terms terms = new Terms(id, "f", new AccountId("ravi"), SHOP, Money.ofRupees(100), "");
        slices.tell(SLICES.wallets(SHOP), new Credit(terms));
        CutOffs soon = new CutOffs(List.of(), Duration.ofSeconds(1));
        slices.advance(Duration.ofSeconds(2));
        ActorSystem<?> clock = ActorSystem.create(
                SettlementClock.create(slices, SLICES, soon, () -> Instant.ofEpochMilli(slices.now())),
                "clock",
                ConfigFactory.defaultReference());
        ActorSystem<?> worker = ActorSystem.create(
                PayoutWorker.create(slices, SLICES, bank, PATIENCE), "worker", ConfigFactory.defaultReference());
        try {
            return await(enough);
        } finally {
            clock.terminate();
            worker.terminate();
        }
    }

    private MerchantView await(Predicate<MerchantView> enough) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        MerchantView view = view();
        while (!enough.test(view)) {
            assertThat(System.nanoTime()).as("still %s", view).isLessThan(end);
            slices.advance(Duration.ofMillis(10));
            view = view();
            Thread.onSpinWait();
        }
        return view;
    }

    private MerchantView view() {
        return (MerchantView) slices.ask(SLICES.wallets(SHOP), new QueryMerchant(SHOP), Duration.ofSeconds(1))
                .toCompletableFuture()
                .join();
    }
}

package com.phonepay.simulation;

import com.phonepay.fraud.FraudEvent;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Hold;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.transaction.QueryRefunds;
import com.phonepay.transaction.RefundsView;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.SystemAccount;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is true: which rows are effected, what they say of money and of decisions. Whatever a slice says to
 * anybody must follow from rows that are effected by the end of the step in which it is said.
 */
final class Oracle {
    private final Tally tally;
    private final Map<SliceAddress, RowTree> trees = new HashMap<>();
    private final Ledger ledger;
    private final Settlements settlements;
    private final Book book;
    private final Claims claims;
    private final Deque<Runnable> said = new ArrayDeque<>();
    private final Set<TransactionId> forged = new HashSet<>();
    private final Map<AccountId, Long> baselines = new HashMap<>();
    private @Nullable Consumer<String> trace;

    Oracle(Tally tally, Mix mix, Bank bank) {
        this.tally = tally;
        this.ledger = new Ledger(mix.hasDays() ? Product.TIGHT : null);
        this.settlements = new Settlements(bank, tally);
        this.book = new Book(ledger, settlements, tally);
        this.claims = new Claims(book, ledger, settlements);
    }

    Ledger ledger() {
        return ledger;
    }

    Book book() {
        return book;
    }

    void trace(Consumer<String> listener) {
        trace = listener;
    }

    private void traced(SliceAddress slice, String what, Object detail) {
        if (trace != null) {
            trace.accept(slice + " " + what + " " + detail);
        }
    }

    RowTree tree(SliceAddress slice) {
        return trees.computeIfAbsent(slice, RowTree::new);
    }

    void written(SliceAddress slice, Row row) {
        traced(slice, "writes", row);
        tree(slice).written(row);
    }

    void landed(SliceAddress slice, Row row) {
        traced(slice, "has in its journal", row.position());
        tree(slice).landed(row.position());
    }

    void released(SliceAddress slice, Position position) {
        traced(slice, "releases", position);
        for (RowTree.Node node : tree(slice).released(position)) {
            for (Recorded recorded : Invariant.present(node.row).events()) {
                apply(slice, recorded.event());
            }
        }
    }

    private void apply(SliceAddress slice, Event event) {
        if (event instanceof TransactionEvent ofTransaction) {
            book.apply(ofTransaction);
        } else if (event instanceof WalletEvent ofWallet) {
            ledger.apply(slice, ofWallet);
            settlements.apply(ofWallet);
            moved(slice, ofWallet);
        } else if (event instanceof FraudEvent.BaselineLearnt learnt) {
            learnt(learnt);
        }
    }

    /** What the analysis said of fewer payments never takes the place of what it said of more. */
    private void learnt(FraudEvent.BaselineLearnt event) {
        @Nullable Long before = baselines.put(event.account(), event.baseline().payments());
        Violation.unless(before == null || before < event.baseline().payments(), "BASELINE_GOES_BACK", event);
        tally.count("baselines learnt");
    }

    private void moved(SliceAddress slice, WalletEvent event) {
        if (event instanceof WalletEvent.Captured captured) {
            book.captured(slice, captured);
        } else if (event instanceof WalletEvent.Credited credited) {
            book.credited(credited);
            if (ledger.status(credited.terms().payee()) != com.phonepay.wallet.AccountStatus.ACTIVE) {
                tally.hit(MatrixRow.R15_PAYEE_FROZEN_OR_CLOSED_AFTER_ITS_YES);
            }
        } else if (event instanceof WalletEvent.Released released && book.current(released.id()) != null) {
            claims.freed(released.id());
        } else if (event instanceof WalletEvent.TransactionForgotten forgotten) {
            claims.forgotten(forgotten);
        }
        if (event instanceof WalletEvent.Moving) {
            Violation.unless(ledger.clearing() == book.inFlight(), "CLEARING_IS_NOT_IN_FLIGHT", event);
        }
    }

    void sent(SliceAddress from, long epoch, Envelope envelope) {
        traced(from, "sends", envelope);
        boolean stale = epoch < tree(from).tip().epoch();
        said.add(() -> claims.sent(envelope.message(), stale));
    }

    void told(SliceAddress from, Asked asked, Answer answer) {
        traced(from, "answers", answer);
        said.add(() -> claims.told(asked, answer));
    }

    void published(SliceAddress slice, Row row) {
        tree(slice).published(row);
    }

    void alarmed(Effect.Alarm alarm) {
        boolean justified = forged.stream().anyMatch(id -> alarm.detail().contains(id.value()));
        Violation.unless(justified, "ALARM_" + alarm.code(), alarm.detail());
        tally.count("alarms about forged messages");
    }

    void forged(TransactionId id) {
        forged.add(id);
    }

    /** Everything that was said in this step must be true by now. */
    void settle() {
        while (!said.isEmpty()) {
            said.remove().run();
        }
    }

    boolean isHeld(TransactionId id) {
        return ledger.isHeld(id);
    }

    /** What a slice's owner has in memory is what the oracle added up from the same rows. */
    <S> void compare(SliceAddress slice, Machine<S> machine, Position position, S state) {
        if (!position.equals(tree(slice).tip())) {
            return;
        }
        if (slice.type() == SliceType.TRANSACTIONS) {
            compareRefunds(machine, state, slice);
        }
        if (!(state instanceof WalletState wallets)) {
            return;
        }
        for (SystemAccount account : SystemAccount.values()) {
            Violation.unless(
                    wallets.stripe(account).paise() == ledger.stripe(slice, account), "STRIPE_DIFFERS", account);
        }
        for (AccountId account : ledger.accounts()) {
            if (Product.SLICES.wallets(account).equals(slice)) {
                @Nullable BalanceView view = balance(machine, state, slice, account);
                boolean same = view != null
                        && view.balance().equals(ledger.balance(account))
                        && view.held().equals(ledger.held(account));
                Violation.unless(same, "BALANCE_DIFFERS", account);
                if (settlements.isMerchant(account)) {
                    compareMerchant(machine, state, slice, account);
                }
            }
        }
    }

    private <S> void compareRefunds(Machine<S> machine, S state, SliceAddress slice) {
        for (Generation use : book.refunded()) {
            TransactionId id = use.terms.id();
            if (!use.forgotten && Product.SLICES.transactions(id).equals(slice)) {
                Outcome outcome = machine.decide(state, new QueryRefunds(id), Caller.NOBODY, new Moment(0, slice));
                boolean same = outcome.effects().get(0) instanceof Effect.Reply reply
                        && reply.answer() instanceof RefundsView view
                        && view.refunded().plus(view.pending()).paise() == use.refunded;
                Violation.unless(same, "REFUNDED_SUM_DIFFERS", id);
            }
        }
    }

    private <S> void compareMerchant(Machine<S> machine, S state, SliceAddress slice, AccountId account) {
        Outcome outcome = machine.decide(state, new QueryMerchant(account), Caller.NOBODY, new Moment(0, slice));
        boolean told = outcome.effects().get(0) instanceof Effect.Reply reply && reply.answer() instanceof MerchantView;
        Violation.unless(told, "MERCHANT_LOST", account);
        settlements.compare((MerchantView) ((Effect.Reply) outcome.effects().get(0)).answer());
    }

    private static <S> @Nullable BalanceView balance(
            Machine<S> machine, S state, SliceAddress slice, AccountId account) {
        Outcome outcome = machine.decide(state, new QueryBalance(account), Caller.NOBODY, new Moment(0, slice));
        return outcome.effects().get(0) instanceof Effect.Reply reply && reply.answer() instanceof BalanceView view
                ? view
                : null;
    }

    void arriving(Envelope envelope) {
        if (envelope.message() instanceof Hold hold) {
            if (ledger.couldPayNow(hold.terms())) {
                tally.hit(MatrixRow.R13_REFUSED_PAYER_IS_ASKED_AGAIN_WITH_MONEY);
            }
            if (!isHeld(hold.terms().id()) && isAborted(hold.terms().id())) {
                tally.hit(MatrixRow.R20_ABORT_BEFORE_PREPARE);
            }
        }
    }

    private boolean isAborted(TransactionId id) {
        @Nullable Generation use = book.current(id);
        return use != null && use.isAborted() && ledger.wasEverFreed(id);
    }

    void coordinatorDies(SliceAddress slice) {
        for (Map.Entry<TransactionId, Generation> open : book.open().entrySet()) {
            if (Product.SLICES.transactions(open.getKey()).equals(slice)) {
                tally.hit(stage(open.getValue()));
            }
        }
    }

    private static MatrixRow stage(Generation use) {
        if (use.isAborted()) {
            return MatrixRow.R08_COORDINATOR_DIES_AFTER_THE_OUTCOME_BEFORE_THE_REPLY;
        } else if (!use.isCommitted()) {
            return MatrixRow.R03_COORDINATOR_DIES_BEFORE_THE_DECISION;
        } else if (use.captured != use.credited) {
            return MatrixRow.R06_COORDINATOR_DIES_AFTER_CAPTURE_OR_CREDIT_ALONE;
        }
        return use.captured
                ? MatrixRow.R07_COORDINATOR_DIES_BEFORE_COMPLETED
                : MatrixRow.R05_COORDINATOR_DIES_AFTER_COMMIT_NOTHING_APPLIED;
    }

    void walletDies(SliceAddress slice) {
        for (Generation use : book.open().values()) {
            boolean payers = Product.SLICES.wallets(use.terms.payer()).equals(slice);
            if (payers && use.decision == null && !isHeld(use.terms.id())) {
                tally.hit(MatrixRow.R10_PAYER_DIES_BEFORE_ITS_HOLD);
            } else if (payers && use.isCommitted() && !use.captured) {
                tally.hit(MatrixRow.R14_PAYER_DIES_BETWEEN_COMMIT_AND_CAPTURE);
            }
            if (use.isCommitted() && Product.SLICES.wallets(use.terms.payee()).equals(slice)) {
                tally.hit(MatrixRow.R16_PAYEE_DIES_BEFORE_OR_AFTER_THE_CREDIT);
            }
        }
    }

    /** True where nothing is under way any more. */
    boolean isQuiet() {
        return book.open().isEmpty() && ledger.holds() == 0 && settlements.isQuiet();
    }

    void checkQuiet() {
        Violation.unless(book.open().isEmpty(), "NOT_FINAL", book.open().keySet());
        Violation.unless(ledger.holds() == 0, "HOLD_LEFT", ledger.holds());
        settlements.checkQuiet();
        Violation.unless(ledger.clearing() == 0 && book.inFlight() == 0, "MONEY_LEFT_IN_CLEARING", ledger.clearing());
        for (Map.Entry<SliceAddress, RowTree> tree : trees.entrySet()) {
            boolean all = tree.getKey().type() == SliceType.DIRECTORY
                    || tree.getValue().isPublished();
            Violation.unless(all, "NOT_ALL_PUBLISHED", tree.getKey());
        }
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.Machine;
import com.phonepay.transaction.TransactionsState;
import com.phonepay.wallet.CountedTwice;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WalletState;
import com.phonepay.wallet.WrongHeadroom;

/** Puts a planted bug into the product. */
final class Plant {
    private Plant() {}

    static Product in(PlantedBug bug) {
        return switch (bug) {
            case NO_EPOCH_CHECK_BEFORE_RELEASE -> new BrokenFences.NoEpochCheck();
            case HIGHER_EPOCH_PER_NUMBER_WINS -> new BrokenFences.HigherEpochPerNumber();
            case NO_ACTIVATION_ROW -> new BrokenFences.NoActivationRow();
            case SNAPSHOT_OF_UNRELEASED_STATE -> new BrokenFences.HastySnapshots();
            case ANSWERS_NOT_HELD_BACK -> new BrokenFences.HastyAnswers();
            case TAP_POSITION_WITHOUT_EPOCH -> new BrokenFences.TapByNumber();
            case UNKNOWN_EPOCH_CONCLUDED_FROM_ITS_NUMBER -> new BrokenFences.EpochByItsNumber();
            case JOURNAL_READ_BEFORE_THE_EPOCH_IS_TAKEN -> new BrokenFences.JournalFirst();
            case MESSAGES_WITHOUT_A_LIFE -> new BrokenFences.EternalMessages();
            case COORDINATOR_FORGETS_AT_ONCE -> new BrokenFences.ForgettingAtOnce();
            case CREDIT_SENT_BEFORE_THE_DECISION_IS_DURABLE,
                    ABORT_TOLD_BEFORE_IT_IS_DURABLE,
                    INQUIRY_ANSWERED_WITHOUT_RECORDING_THE_ABORT,
                    ANOTHER_AMOUNT_UNDER_A_KNOWN_KEY_IS_A_REPEAT,
                    LATE_NO_CHANGES_THE_DECISION,
                    SUCCESS_TOLD_AFTER_THE_CAPTURE_ALONE,
                    REFUND_NOT_RESERVED,
                    REFUND_ASKED_BEFORE_ITS_RESERVATION_IS_DURABLE,
                    REFUNDED_SUM_FORGOTTEN_BY_A_SNAPSHOT ->
                new Product() {
                    @Override
                    Machine<TransactionsState> transactions() {
                        return coordinator(bug, super.transactions());
                    }
                };
            default ->
                new Product() {
                    @Override
                    Machine<WalletState> wallets(Mix mix) {
                        return wallet(bug, super.wallets(mix));
                    }
                };
        };
    }

    private static Machine<TransactionsState> coordinator(PlantedBug bug, Machine<TransactionsState> machine) {
        return switch (bug) {
            case CREDIT_SENT_BEFORE_THE_DECISION_IS_DURABLE -> BrokenCoordinators.commandingEarly(machine);
            case ABORT_TOLD_BEFORE_IT_IS_DURABLE -> BrokenCoordinators.refusingEarly(machine);
            case INQUIRY_ANSWERED_WITHOUT_RECORDING_THE_ABORT -> BrokenCoordinators.presumingSilently(machine);
            case ANOTHER_AMOUNT_UNDER_A_KNOWN_KEY_IS_A_REPEAT -> BrokenCoordinators.ignoringTheBody(machine);
            case LATE_NO_CHANGES_THE_DECISION -> BrokenCoordinators.changingItsMind(machine);
            case SUCCESS_TOLD_AFTER_THE_CAPTURE_ALONE -> BrokenCoordinators.contentWithCapture(machine);
            case REFUND_NOT_RESERVED -> BrokenRefunds.notReserving(machine);
            case REFUND_ASKED_BEFORE_ITS_RESERVATION_IS_DURABLE -> BrokenRefunds.askingEarly(machine);
            case REFUNDED_SUM_FORGOTTEN_BY_A_SNAPSHOT -> BrokenRefunds.forgettingSums(machine);
            default -> throw new IllegalArgumentException(bug + " is not a coordinator's");
        };
    }

    private static Machine<WalletState> wallet(PlantedBug bug, Machine<WalletState> machine) {
        return switch (bug) {
            case CREDIT_FORGOTTEN_BY_A_SNAPSHOT ->
                Altered.forgetful(machine, event -> event instanceof WalletEvent.CreditRestored);
            case RECHARGE_FORGOTTEN_BY_A_SNAPSHOT ->
                Altered.forgetful(machine, event -> event instanceof WalletEvent.LocalEntryRestored);
            case DEBIT_FORGOTTEN_BY_A_SNAPSHOT ->
                Altered.forgetful(machine, event -> event instanceof WalletEvent.DebitRestored);
            case HOLD_RELEASED_BY_THE_WALLETS_TIMER -> BrokenWallets.releasingByTimer(machine);
            case ANOTHER_AMOUNT_UNDER_A_HELD_KEY_IS_A_YES -> BrokenWallets.withoutFingerprint(machine);
            case VOTE_TOLD_BEFORE_THE_HOLD_IS_DURABLE -> BrokenWallets.votingEarly(machine);
            case CAPTURE_ACKNOWLEDGED_BEFORE_IT_IS_DURABLE -> BrokenWallets.acknowledgingEarly(machine);
            case CAPTURE_WITHOUT_A_HOLD_IS_APPLIED -> BrokenWallets.capturingAnything(machine);
            case WALLET_FORGETS_BY_ITS_OWN_CLOCK -> BrokenWallets.forgettingAlone(machine);
            case HEADROOM_GIVEN_BACK_TO_ANOTHER_DAY -> new WrongHeadroom(machine);
            case PAYOUT_RELEASED_ON_TIME_OUT -> BrokenPayouts.releasingByTimer(machine);
            case PAYOUT_TOLD_BEFORE_IT_IS_DURABLE -> BrokenPayouts.tellingEarly(machine);
            case PAYOUT_FORGOTTEN_BY_A_SNAPSHOT ->
                Altered.forgetful(machine, event -> event instanceof WalletEvent.PayoutRestored);
            case CREDIT_COUNTED_IN_TWO_WINDOWS -> new CountedTwice(machine);
            case FEE_ROUNDED_DOWN -> BrokenPayouts.roundingDown(machine);
            default -> throw new IllegalArgumentException(bug + " is not a wallet's");
        };
    }
}

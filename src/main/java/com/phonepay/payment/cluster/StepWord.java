package com.phonepay.payment.cluster;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Vote;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the causal log words a message or an event of a payment. Codes only: no name of a person, no amount, no note. */
record StepWord(String name, String transaction, String detail) {
    private static final String NOTHING = "";
    private static final String PREPARE = "PREPARE";
    private static final Map<Role, String> YES =
            new EnumMap<>(Map.of(Role.PAYER, "payer yes", Role.PAYEE, "payee yes", Role.FRAUD, "fraud yes"));
    private static final Map<Applied.Step, String> APPLIED = new EnumMap<>(Map.of(
            Applied.Step.CAPTURED, "captured",
            Applied.Step.CREDITED, "credited",
            Applied.Step.RELEASED, "released"));

    /** Null for what is no step of a payment. */
    static @Nullable StepWord of(Message message) {
        if (message instanceof Initiate initiate) {
            return new StepWord("REQUEST", initiate.terms().id().value(), "payment");
        } else if (message instanceof InitiateRefund refund) {
            return new StepWord("REQUEST", refund.id().value(), "refund");
        } else if (message instanceof Hold hold) {
            return new StepWord(PREPARE, hold.terms().id().value(), "hold");
        } else if (message instanceof Screen screen) {
            return new StepWord(PREPARE, screen.terms().id().value(), "screen");
        } else if (message instanceof CanReceive receive) {
            return new StepWord(PREPARE, receive.terms().id().value(), "can-receive");
        } else if (message instanceof Vote vote) {
            return vote(vote);
        }
        return secondPhase(message);
    }

    private static StepWord vote(Vote vote) {
        Rejection refusal = vote.refusal();
        String said = refusal == null
                ? Invariant.present(YES.get(vote.voter()))
                : vote.voter().name().toLowerCase(Locale.ROOT) + " no " + refusal.code();
        return new StepWord("VOTE", vote.id().value(), said);
    }

    private static @Nullable StepWord secondPhase(Message message) {
        if (message instanceof Capture capture) {
            return new StepWord("CAPTURE", capture.terms().id().value(), NOTHING);
        } else if (message instanceof Credit credit) {
            return new StepWord("CREDIT", credit.terms().id().value(), NOTHING);
        } else if (message instanceof Release release) {
            return new StepWord("RELEASE", release.id().value(), NOTHING);
        } else if (message instanceof Applied applied) {
            return new StepWord("APPLIED", applied.id().value(), Invariant.present(APPLIED.get(applied.step())));
        } else if (message instanceof Inquire inquire) {
            return new StepWord("INQUIRE", inquire.terms().id().value(), NOTHING);
        }
        return null;
    }

    /** Null for what is no step of a payment. */
    static @Nullable StepWord of(TransactionEvent event) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            return new StepWord("INITIATED", initiated.id().value(), NOTHING);
        } else if (event instanceof TransactionEvent.Decided decided) {
            boolean commit = decided.decision().commit();
            return new StepWord("DECISION", decided.id().value(), commit ? "COMMIT" : "ABORT");
        } else if (event instanceof TransactionEvent.PresumedAborted aborted) {
            return new StepWord("DECISION", aborted.id().value(), "ABORT");
        } else if (event instanceof TransactionEvent.Completed completed) {
            return new StepWord("COMPLETED", completed.id().value(), NOTHING);
        }
        return null;
    }

    /** Null for what is no step of a payment. */
    static @Nullable StepWord of(WalletEvent event) {
        if (event instanceof WalletEvent.Held held) {
            return new StepWord("HELD", held.terms().id().value(), NOTHING);
        } else if (event instanceof WalletEvent.HoldRefused refused) {
            return new StepWord(
                    "HOLD_REFUSED",
                    refused.terms().id().value(),
                    refused.refusal().code());
        } else if (event instanceof WalletEvent.Captured captured) {
            return new StepWord("CAPTURED", captured.id().value(), NOTHING);
        } else if (event instanceof WalletEvent.Credited credited) {
            return new StepWord("CREDITED", credited.terms().id().value(), NOTHING);
        } else if (event instanceof WalletEvent.Released released) {
            return new StepWord("RELEASED", released.id().value(), NOTHING);
        }
        return null;
    }
}

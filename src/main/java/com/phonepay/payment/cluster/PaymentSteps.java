package com.phonepay.payment.cluster;

import com.phonepay.causal.Causality;
import com.phonepay.fraud.FraudEvent;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.slice.akka.StepWatch;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes the steps of payments in the causal log: who asked, prepared, voted, decided, captured and credited. */
public final class PaymentSteps implements StepWatch {
    private static final String API = "api";
    private static final String ANSWER = "ANSWER";

    private final Causality causality;
    // A slice's name is asked for dozens of times in a payment.
    private final Map<SliceAddress, String> names = new ConcurrentHashMap<>();

    public PaymentSteps(Causality causality) {
        this.causality = causality;
    }

    /** What a node's slices tell their steps to: nobody, where the log is off. */
    public static StepWatch of(Causality causality) {
        return causality.isEnabled() ? new PaymentSteps(causality) : NONE;
    }

    @Override
    public void asked(SliceAddress to, Message message) {
        StepWord word = StepWord.of(message);
        if (word != null) {
            causality.sent(API, name(to), word.name(), word.transaction(), word.detail());
        }
    }

    @Override
    public void answered(SliceAddress by, Answer answer) {
        if (answer instanceof InitiateAnswer initiated) {
            causality.received(API, name(by), ANSWER, id(initiated), status(initiated));
        }
    }

    @Override
    public void sent(SliceAddress from, SliceAddress to, Message message) {
        StepWord word = StepWord.of(message);
        if (word != null) {
            causality.sent(name(from), name(to), word.name(), word.transaction(), word.detail());
        }
    }

    @Override
    public void received(SliceAddress at, String from, Message message) {
        StepWord word = StepWord.of(message);
        if (word != null) {
            causality.received(name(at), from.isEmpty() ? API : from, word.name(), word.transaction(), word.detail());
        }
    }

    @Override
    public void replied(SliceAddress from, Answer answer) {
        if (answer instanceof InitiateAnswer initiated) {
            causality.sent(name(from), API, ANSWER, id(initiated), status(initiated));
        }
    }

    /** The numbers of the row's events: they were decided now, though nobody hears of them before they are durable. */
    @Override
    public long decided(SliceAddress slice, Row row) {
        return causality.clock().tick(Math.max(1, row.events().size()));
    }

    @Override
    public void released(SliceAddress slice, Row row, long decided) {
        long lamport = decided;
        for (Recorded recorded : row.events()) {
            StepWord word = word(recorded.event());
            if (word != null) {
                causality.done(lamport, name(slice), word.name(), word.transaction(), word.detail());
            }
            lamport++;
        }
    }

    private static @Nullable StepWord word(Event event) {
        if (event instanceof TransactionEvent ofTransaction) {
            return StepWord.of(ofTransaction);
        } else if (event instanceof WalletEvent ofWallet) {
            return StepWord.of(ofWallet);
        }
        return event instanceof FraudEvent.AttemptScreened screened
                ? new StepWord("SCREENED", screened.attempt().id().value(), "")
                : null;
    }

    @Override
    public void activated(SliceAddress slice, long epoch) {
        causality.done(causality.clock().tick(), name(slice), "SLICE_MOVED", "", "epoch " + epoch);
    }

    @Override
    public void ended(SliceAddress slice, String why) {
        causality.done(causality.clock().tick(), name(slice), "SLICE_ENDED", "", why);
    }

    private String name(SliceAddress slice) {
        String known = names.get(slice);
        return known == null ? names.computeIfAbsent(slice, SliceAddress::toString) : known;
    }

    private static String id(InitiateAnswer answer) {
        return answer.view().terms().id().value();
    }

    private static String status(InitiateAnswer answer) {
        return answer.view().status().name();
    }
}

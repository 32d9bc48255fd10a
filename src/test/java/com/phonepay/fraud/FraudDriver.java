package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import java.util.Objects;

/** One fraud slice with a clock that is turned by hand. Everything it does goes through messages. */
final class FraudDriver {
    static final AccountId ASHA = new AccountId("asha");
    static final long START = 1_700_000_000_000L;
    private static final Caller SOMEBODY = new Caller() {};

    final FraudMachine machine;
    final Slices slices = new Slices(8);
    FraudState state;
    long now = START;
    private int transactions;
    Outcome last = Outcome.nothing();

    FraudDriver(FraudSettings settings) {
        machine = new FraudMachine(slices, settings);
        state = machine.empty();
    }

    Outcome tell(Message message) {
        last = machine.decide(
                state, message, SOMEBODY, new Moment(now, new SliceAddress(SliceType.FRAUD, slices.of("asha"))));
        last.events().forEach(event -> state = machine.apply(state, event));
        return last;
    }

    Answer ask(Message message) {
        Effect.Reply reply = (Effect.Reply) tell(message).effects().get(0);
        return reply.answer();
    }

    void enrol(long ageMs) {
        tell(new EnrolPayer(ASHA, now - ageMs));
    }

    Terms terms(String payee, long rupees) {
        TransactionId id = TransactionId.of(slices.of("asha"), String.format("%032x", ++transactions));
        return new Terms(id, "print-" + transactions, ASHA, new AccountId(payee), Money.ofRupees(rupees), "");
    }

    Vote screen(Terms terms) {
        Effect.Send send = (Effect.Send) tell(new Screen(terms, 1)).effects().get(0);
        return (Vote) send.message();
    }

    Verdict screen(String payee, long rupees) {
        return Objects.requireNonNull(screen(terms(payee, rupees)).verdict());
    }

    void pay(String payee, long rupees) {
        Terms terms = terms(payee, rupees);
        screen(terms);
        tell(new Concluded(terms, true));
    }

    ProfileView profile() {
        return (ProfileView) ask(new QueryProfile(ASHA));
    }

    /** What the slice would be after it recovered from a snapshot. */
    FraudState restored() {
        FraudState rebuilt = machine.empty();
        for (Event event : machine.snapshot(state)) {
            Invariant.check(!(event instanceof Note), "a snapshot holds no notes");
            rebuilt = machine.apply(rebuilt, event);
        }
        return rebuilt;
    }
}

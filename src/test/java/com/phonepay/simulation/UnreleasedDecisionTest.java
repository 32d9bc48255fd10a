package com.phonepay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Inbound;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.SliceCore;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.transaction.TransactionsState;
import com.phonepay.wallet.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An old owner has written a decision and can not read its epoch. Meanwhile its successor decides the same transaction
 * by itself, with another UTR, and the wallets' acknowledgements go astray to the old owner. The caller must not hear
 * of the old owner's decision.
 */
final class UnreleasedDecisionTest {
    private static final SliceAddress SLICE = new SliceAddress(SliceType.TRANSACTIONS, 0);
    private static final Caller CALLER = new Caller() {};
    private static final Terms TERMS = new Terms(
            TransactionId.of(0, "0".repeat(32)),
            "f",
            new AccountId("payer"),
            new AccountId("payee"),
            Money.ofRupees(1),
            "");

    private final OpenPort port = new OpenPort();
    private final SliceCore<TransactionsState> owner = new SliceCore<>(
            SLICE,
            1,
            "old",
            new TransactionMachine(
                    Product.SLICES, Deadlines.STANDARD, Limits.upi().paymentMax()),
            port,
            Bounds.DEFAULT);

    @BeforeEach
    void decide() {
        owner.start(new Recovered<>(
                new Released<>(
                        Position.ORIGIN,
                        0,
                        new TransactionMachine(
                                        Product.SLICES,
                                        Deadlines.STANDARD,
                                        Limits.upi().paymentMax())
                                .empty(),
                        Map.of()),
                0,
                0));
        release();
        owner.offer(new Inbound(new Envelope(SLICE, null, 0, new Initiate(TERMS, 1, 1_000)), CALLER));
        release();
        tell(Vote.yes(TERMS, Role.PAYER));
        tell(Vote.yes(TERMS, Role.PAYEE));
        tell(new Vote(TERMS.id(), TERMS.fingerprint(), Role.FRAUD, null, new Verdict(0, false, List.of())));
        owner.appended(port.lastRow());
        tell(new Applied(TERMS.id(), Applied.Step.CAPTURED));
        tell(new Applied(TERMS.id(), Applied.Step.CREDITED));
    }

    @Test
    void saysNothingBeforeItsDecisionIsReleased() {
        assertThat(port.answers).isEmpty();
    }

    @Test
    void answersAsSoonAsItsDecisionIsReleased() {
        owner.epochRead(port.lastToken, 1);
        assertThat(port.answers).singleElement().isInstanceOf(InitiateAnswer.class);
    }

    @Test
    void saysNothingAtAllWhereItWasSuperseded() {
        owner.epochRead(port.lastToken, 2);
        assertThat(port.answers).isEmpty();
    }

    private void release() {
        owner.appended(port.lastRow());
        owner.epochRead(port.lastToken, 1);
    }

    private void tell(Message message) {
        owner.offer(new Inbound(new Envelope(SLICE, null, 0, message), Caller.NOBODY));
    }

    /** A world that remembers what it was asked and does nothing. */
    private static final class OpenPort implements Port<TransactionsState> {
        private final List<Row> rows = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private long lastToken;

        Position lastRow() {
            return rows.get(rows.size() - 1).position();
        }

        @Override
        public long clock() {
            return 0;
        }

        @Override
        public Recorded encode(Event event) {
            return new Recorded(event, new byte[1]);
        }

        @Override
        public void append(Row row) {
            rows.add(row);
        }

        @Override
        public void readEpoch(long token) {
            lastToken = token;
        }

        @Override
        public void flushSoon() {}

        @Override
        public void send(List<Envelope> envelopes) {}

        @Override
        public void reply(Caller caller, Answer answer) {
            answers.add(answer);
        }

        @Override
        public void alarm(Effect.Alarm alarm) {}

        @Override
        public void activated(Released<TransactionsState> released) {}

        @Override
        public void released(Position position) {}

        @Override
        public void snapshot(Released<TransactionsState> released) {}

        @Override
        public void dropped(Envelope envelope, String why) {}

        @Override
        public void superseded(long byEpoch) {}
    }
}

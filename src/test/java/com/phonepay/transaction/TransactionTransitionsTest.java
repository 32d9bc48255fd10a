package com.phonepay.transaction;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Forgotten;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The transition matrix: every state of a transaction against every message that can reach it. */
final class TransactionTransitionsTest {
    private static final long DAY = 86_400_000L;
    private static final SliceAddress SLICE = new SliceAddress(SliceType.TRANSACTIONS, 0);
    private static final Terms TERMS = terms("250.00");

    private final TransactionMachine machine =
            new TransactionMachine(new Slices(1), Deadlines.STANDARD, Money.ofRupees(100_000));
    private final List<Answer> answers = new ArrayList<>();
    private TransactionsState state = machine.empty();
    private long now = 1_800_000_000_000L;
    private Outcome last = Outcome.nothing();

    private record Client() implements Caller {}

    /** Events without notes, then what is sent; '-' for nothing. A trailing '!' marks what leaves before the batch. */
    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            unknown   | initiate       | Initiated       | Screen! Hold! CanReceive!
            unknown   | payer yes      | -               | -
            unknown   | captured       | -               | -
            unknown   | released       | -               | -
            unknown   | inquire        | PresumedAborted | Release
            unknown   | forgotten      | -               | -
            unknown   | tick           | -               | -
            initiated | initiate       | -               | -
            initiated | other body     | -               | refused idempotency_key_reused
            initiated | payer yes      | -               | -
            initiated | payer no       | Decided         | Release Concluded answer FAILED
            initiated | payee no       | Decided         | Release Concluded answer FAILED
            initiated | fraud no       | Decided         | Release Concluded answer BLOCKED
            initiated | strange vote   | -               | -
            initiated | captured       | -               | -
            initiated | released       | -               | -
            initiated | inquire        | -               | -
            initiated | forgotten      | -               | -
            initiated | tick           | -               | -
            initiated | later tick     | -               | Screen! Hold! CanReceive!
            initiated | deadline       | Decided         | Release Concluded answer FAILED
            voted     | last yes       | Decided         | Capture Credit Concluded
            committed | initiate       | -               | -
            committed | other body     | -               | refused idempotency_key_reused
            committed | payer no       | -               | -
            committed | fraud no       | -               | -
            committed | captured       | -               | -
            committed | credited       | -               | -
            committed | released       | -               | -
            committed | inquire        | -               | Capture
            committed | deadline       | -               | Capture Credit
            committed | later tick     | -               | Capture Credit
            captured  | credited       | Completed       | answer! SUCCESS
            captured  | captured       | -               | -
            captured  | later tick     | -               | Credit
            aborted   | initiate       | -               | answer FAILED
            aborted   | other body     | -               | refused idempotency_key_reused
            aborted   | payer yes      | -               | -
            aborted   | captured       | -               | -
            aborted   | credited       | -               | -
            aborted   | released       | Completed       | -
            aborted   | inquire        | -               | Release
            aborted   | later tick     | -               | Release
            ended     | initiate       | -               | answer SUCCESS
            ended     | other body     | -               | refused idempotency_key_reused
            ended     | payer no       | -               | -
            ended     | captured       | -               | -
            ended     | credited       | -               | -
            ended     | inquire        | -               | Release
            ended     | forgotten      | -               | -
            ended     | later tick     | -               | -
            ended     | next day       | -               | Forget Forget
            forgetting| forgotten too  | ForgetConfirmed | -
            forgotten | initiate       | -               | answer SUCCESS
            forgotten | tick           | -               | -
            forgotten | twice life     | TransactionForgotten | -
            """)
    void movesBetweenStates(String from, String message, String events, String effects) {
        reach(from);

        play(message);

        assertThat(events(last)).isEqualTo(events);
        assertThat(effects(last)).isEqualTo(effects);
    }

    @Test
    void keepsItsFirstDecisionWhateverComes() {
        reach("committed");
        Decision first = decision();
        for (String message : List.of("payer no", "fraud no", "released", "deadline", "initiate", "inquire")) {
            play(message);
            assertThat(decision()).as("after %s", message).isEqualTo(first);
        }
    }

    @Test
    void answersARepeatToTheLetter() {
        reach("ended");
        play("initiate");
        play("initiate");

        InitiateAnswer first = (InitiateAnswer) answers.get(0);
        assertThat(answers).hasSize(3);
        assertThat(((InitiateAnswer) answers.get(1)).view()).isEqualTo(first.view());
        assertThat(answers.get(2)).isEqualTo(answers.get(1));
        assertThat(first.view().utr()).isEqualTo("000000000001");
        assertThat(first.replayed()).isFalse();
        assertThat(((InitiateAnswer) answers.get(1)).replayed()).isTrue();
    }

    @Test
    void startsNothingAfterItsExpiry() {
        tell(new Initiate(TERMS, 1, now - 1));

        assertThat(effects(last)).isEqualTo("refused request_expired");
        assertThat(last.events()).isEmpty();
    }

    @Test
    void refusesAPaymentToOneself() {
        Terms self = new Terms(TERMS.id(), "f", TERMS.payer(), TERMS.payer(), TERMS.amount(), "");
        tell(new Initiate(self, 1, now + 1));

        assertThat(effects(last)).isEqualTo("refused self_payment");
    }

    @Test
    void recordsNothingOfAPaymentAboveTheLimit() {
        Terms most = new Terms(TERMS.id(), "f", TERMS.payer(), TERMS.payee(), Money.ofRupees(100_000), "");
        Terms more = new Terms(TERMS.id(), "f", TERMS.payer(), TERMS.payee(), Money.ofPaise(10_000_001), "");
        tell(new Initiate(more, 1, now + 1));

        assertThat(effects(last)).isEqualTo("refused amount_over_limit");
        assertThat(last.events()).isEmpty();

        tell(new Initiate(most, 1, now + 1));
        assertThat(last.events()).isNotEmpty();
    }

    @Test
    void saysWhoWasMissingAtTheDeadline() {
        reach("initiated");
        tell(Vote.yes(TERMS, Role.PAYER));
        tell(fraudYes());
        play("deadline");
        assertThat(Invariant.present(decision().refusal()).code()).isEqualTo("payee_unavailable");
    }

    @Test
    void failsClosedWithoutTheFraudScreen() {
        reach("initiated");
        tell(Vote.yes(TERMS, Role.PAYER));
        tell(Vote.yes(TERMS, Role.PAYEE));
        play("deadline");
        assertThat(Invariant.present(decision().refusal()).code()).isEqualTo("fraud_unavailable");
    }

    @Test
    void asksAgainMoreAndMoreRarely() {
        reach("initiated");
        List<Long> askedAt = new ArrayList<>();
        long start = now;
        while (now < start + 19_000) {
            now += 100;
            tell(new Tick());
            if (!last.effects().isEmpty()) {
                askedAt.add(now - start);
            }
        }
        assertThat(askedAt).containsExactly(1000L, 3000L, 7000L, 15000L);
    }

    @Test
    void listsWhatHasNotEnded() {
        reach("committed");
        tell(new QueryInDoubt(10));
        InDoubtAnswer open = (InDoubtAnswer) answers.get(answers.size() - 1);
        assertThat(open.total()).isEqualTo(1);
        assertThat(open.oldest().get(0).status()).isEqualTo(TransactionStatus.SUCCESS);
    }

    @Test
    void rebuildsTheWholeStateFromASnapshotExceptWhatWasOnlySaid() {
        for (String from : List.of("initiated", "committed", "aborted", "ended", "forgotten")) {
            state = machine.empty();
            reach(from);
            TransactionsState rebuilt = machine.empty();
            for (Event event : machine.snapshot(state)) {
                rebuilt = machine.apply(rebuilt, event);
            }
            Transaction known = Invariant.present(state.get(TERMS.id()));
            assertThat(rebuilt.get(TERMS.id())).isEqualTo(known.with(Transaction.Chat.NEW));
            assertThat(rebuilt.open()).isEqualTo(state.open());
            assertThat(rebuilt.ended()).isEqualTo(state.ended());
            assertThat(rebuilt.forgotten()).isEqualTo(state.forgotten());
            assertThat(rebuilt.utrCount()).isEqualTo(state.utrCount());
        }
    }

    private void reach(String stage) {
        switch (stage) {
            case "unknown" -> {}
            case "initiated" -> play("initiate");
            case "voted" -> playAfter("initiated", "payer yes", "fraud yes");
            case "committed" -> playAfter("voted", "last yes");
            case "captured" -> playAfter("committed", "captured");
            case "ended" -> playAfter("captured", "credited");
            case "aborted" -> playAfter("initiated", "payer no");
            case "forgetting" -> playAfter("ended", "next day", "forgotten");
            case "forgotten" -> playAfter("forgetting", "forgotten too");
            default -> throw new IllegalArgumentException(stage);
        }
    }

    private void playAfter(String stage, String... messages) {
        reach(stage);
        for (String message : messages) {
            play(message);
        }
    }

    private void play(String message) {
        switch (message) {
            case "initiate" -> tell(new Initiate(TERMS, 1, now + 10_000));
            case "other body" -> tell(new Initiate(terms("251.00"), 1, now + 10_000));
            case "payer yes" -> tell(Vote.yes(TERMS, Role.PAYER));
            case "last yes" -> tell(Vote.yes(TERMS, Role.PAYEE));
            case "fraud yes" -> tell(fraudYes());
            case "payer no" -> tell(Vote.no(TERMS, Role.PAYER, refusal("insufficient_balance")));
            case "payee no" -> tell(Vote.no(TERMS, Role.PAYEE, refusal("payee_not_found")));
            case "fraud no" -> tell(Vote.no(TERMS, Role.FRAUD, refusal("fraud")));
            case "strange vote" -> tell(Vote.no(terms("251.00"), Role.PAYER, refusal("other")));
            case "captured" -> tell(new Applied(TERMS.id(), Applied.Step.CAPTURED));
            case "credited" -> tell(new Applied(TERMS.id(), Applied.Step.CREDITED));
            case "released" -> tell(new Applied(TERMS.id(), Applied.Step.RELEASED));
            case "inquire" -> tell(new Inquire(TERMS));
            case "forgotten" -> tell(new Forgotten(TERMS.id(), Role.PAYER));
            case "forgotten too" -> tell(new Forgotten(TERMS.id(), Role.PAYEE));
            case "tick" -> tell(new Tick());
            case "later tick" -> tickAfter(1_000);
            case "deadline" -> tickAfter(20_000);
            case "next day" -> tickAfter(DAY);
            case "twice life" -> tickAfter(1_200_000);
            default -> throw new IllegalArgumentException(message);
        }
    }

    private void tickAfter(long millis) {
        now += millis;
        tell(new Tick());
    }

    private void tell(Message message) {
        last = machine.decide(state, message, new Client(), new Moment(now, SLICE));
        for (Event event : last.events()) {
            state = machine.apply(state, event);
        }
        for (Effect effect : last.effects()) {
            if (effect instanceof Effect.Reply reply) {
                answers.add(reply.answer());
            }
        }
    }

    private Decision decision() {
        return Invariant.present(Invariant.present(state.get(TERMS.id())).decision());
    }

    private static String events(Outcome outcome) {
        return orDash(outcome.events().stream()
                .filter(event -> !(event instanceof Note))
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.joining(" ")));
    }

    private static String effects(Outcome outcome) {
        return orDash(outcome.effects().stream()
                .map(TransactionTransitionsTest::effect)
                .collect(Collectors.joining(" ")));
    }

    private static String effect(Effect effect) {
        String mark = effect.early() ? "!" : "";
        if (effect instanceof Effect.Send send) {
            return send.message().getClass().getSimpleName() + mark;
        }
        Answer answer = ((Effect.Reply) effect).answer();
        return answer instanceof Rejection rejection
                ? "refused" + mark + " " + rejection.code()
                : "answer" + mark + " " + ((InitiateAnswer) answer).view().status();
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static Vote fraudYes() {
        return new Vote(TERMS.id(), TERMS.fingerprint(), Role.FRAUD, null, new Verdict(0.1, false, List.of()));
    }

    private static Rejection refusal(String code) {
        return Rejection.of(code, Rejection.Kind.DECLINED, "no");
    }

    private static Terms terms(String rupees) {
        return new Terms(
                TransactionId.of(0, "0".repeat(32)),
                rupees,
                new AccountId("asha"),
                new AccountId("ravi"),
                Money.ofPaise(new java.math.BigDecimal(rupees).movePointRight(2).longValueExact()),
                "");
    }
}

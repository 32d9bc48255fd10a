package com.phonepay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.UnclaimAlias;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line is what an alias has seen (driver and number of registration), what arrives, the answer and the event. */
class AliasBookTest {
    private static final String ALIAS = "id:asha";
    private static final AccountId ACCOUNT = new AccountId("asha");
    private static final Slices SLICES = new Slices(4);
    private final DirectoryMachine machine = new DirectoryMachine(SLICES, DirectorySettings.usual());
    private DirectoryState state = machine.empty();

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            # seen before              | arrives    | answer            | event
            -                          | claim a1   | CLAIMED           | AliasClaimed
            -                          | activate a1| alias_not_claimed | -
            -                          | unclaim a1 | GIVEN_BACK        | AliasGivenBack
            claim a1                   | claim a1   | CLAIMED           | -
            claim a1                   | claim a2   | TAKEN             | -
            claim a1                   | claim b1   | TAKEN             | -
            claim a1                   | activate a1| ACTIVATED         | AliasActivated
            claim a1                   | activate b1| alias_not_claimed | -
            claim a1                   | unclaim a1 | GIVEN_BACK        | AliasGivenBack
            claim a1                   | unclaim b1 | GIVEN_BACK        | AliasGivenBack
            claim a1, unclaim b1       | claim b1   | GIVEN_BACK        | -
            claim a1, unclaim b1       | claim b2   | TAKEN             | -
            claim a1, unclaim b1       | activate a1| ACTIVATED         | AliasActivated
            claim a1, unclaim a1       | claim a1   | GIVEN_BACK        | -
            claim a1, unclaim a1       | unclaim a1 | GIVEN_BACK        | -
            claim a1, unclaim a1       | claim a2   | CLAIMED           | AliasClaimed
            claim a1, unclaim a1       | claim b1   | CLAIMED           | AliasClaimed
            claim a1, unclaim a1       | activate a1| alias_not_claimed | -
            unclaim a2                 | claim a1   | GIVEN_BACK        | -
            unclaim a2, unclaim a1     | claim a2   | GIVEN_BACK        | -
            unclaim a1, claim a2       | unclaim a1 | GIVEN_BACK        | -
            unclaim a1, claim a2       | activate a2| ACTIVATED         | AliasActivated
            claim a1, activate a1      | claim a1   | CLAIMED           | -
            claim a1, activate a1      | activate a1| ACTIVATED         | -
            claim a1, activate a1      | claim b1   | TAKEN             | -
            claim a1, activate a1      | unclaim b1 | GIVEN_BACK        | AliasGivenBack
            claim a1, activate a1      | unclaim a1 | alias_is_active   | -
            """)
    void answers(String seen, String arrives, String answer, String event) {
        if (seen != null) {
            for (String message : seen.split(", ", -1)) {
                tell(message);
            }
        }
        DirectoryState rebuilt = machine.empty();
        for (Event each : machine.snapshot(state)) {
            rebuilt = machine.apply(rebuilt, each);
        }
        assertThat(rebuilt).isEqualTo(state);

        Outcome outcome = tell(arrives);

        assertThat(answerOf(outcome.effects().get(0))).isEqualTo(answer);
        assertThat(outcome.events().stream().map(each -> each.getClass().getSimpleName()))
                .isEqualTo(event == null ? java.util.List.of() : java.util.List.of(event));
        assertThat(outcome.effects()).hasSize(1);
    }

    private String answerOf(Effect effect) {
        if (effect instanceof Effect.Alarm alarm) {
            return alarm.code();
        }
        Effect.Send send = (Effect.Send) effect;
        AliasAnswered answered = (AliasAnswered) send.message();
        assertThat(send.early()).isFalse();
        assertThat(send.to()).isEqualTo(SLICES.directory(answered.driver()));
        return answered.result().name();
    }

    private Outcome tell(String text) {
        Outcome outcome =
                machine.decide(state, message(text), Caller.NOBODY, new Moment(1_000, SLICES.directory(ALIAS)));
        outcome.events().forEach(event -> state = machine.apply(state, event));
        return outcome;
    }

    private static Message message(String text) {
        String verb = text.substring(0, text.indexOf(' '));
        String driver = "email:" + text.charAt(text.length() - 2) + "@x";
        long number = Long.parseLong(text.substring(text.length() - 1));
        return switch (verb) {
            case "claim" -> new ClaimAlias(ALIAS, ACCOUNT, "Asha", driver, number);
            case "activate" -> new ActivateAlias(ALIAS, ACCOUNT, driver, number);
            case "unclaim" -> new UnclaimAlias(ALIAS, ACCOUNT, driver, number);
            default -> throw new IllegalArgumentException(text);
        };
    }
}

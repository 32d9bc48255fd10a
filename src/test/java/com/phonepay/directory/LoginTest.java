package com.phonepay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.directory.DirectoryEvent.LoginAttempted;
import com.phonepay.directory.DirectoryWorld.Asker;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
    private static final Person ASHA = Person.of("asha@x", "asha", "a1");
    private static final String EMAIL = ASHA.email();
    private final DirectoryWorld world = new DirectoryWorld(1);

    @BeforeEach
    void register() {
        world.register(ASHA);
        world.settle();
    }

    /** Steps: f a failed attempt, b one that never ends, s a success, r a restart, number: minutes pass. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # steps                                          | then
            f f f f                                          | may try
            f f f f f                                        | locked 900
            b b b b b                                        | locked 900
            f f b b f                                        | locked 900
            f f f f r f r                                    | locked 900
            f f f f f r                                      | locked 900
            f f f f f 14                                     | locked 60
            f f f f f 15                                     | may try
            f f f f f f f f                                  | locked 900
            f f f f s f f f f                                | may try
            f f f f b s                                      | may try
            f f f f f 15 f f f f                             | may try
            f f f f f 15 f f f f f                           | locked 1800
            f f f f f 15 f f f f r f 30 f f f f f            | locked 3600
            f f f f f 15 f f f f f 30 s f f f f f            | locked 900
            """)
    void locks(String steps, String then) {
        for (String step : steps.split(" ", -1)) {
            step(step);
        }
        Answer answer = world.ask(EMAIL, new BeginLogin(EMAIL)).answer();

        if (then.equals("may try")) {
            assertThat(answer).isInstanceOf(LoginChallenge.class);
        } else {
            assertThat(answer).isEqualTo(Refusals.accountLocked(Long.parseLong(then.substring(7)) * 1000));
        }
    }

    private void step(String step) {
        switch (step) {
            case "f" -> login(false);
            case "s" -> login(true);
            case "b" -> world.ask(EMAIL, new BeginLogin(EMAIL));
            case "r" -> world.restartFromSnapshot(0);
            default -> world.now += Long.parseLong(step) * 60_000;
        }
    }

    private void login(boolean right) {
        world.ask(EMAIL, new BeginLogin(EMAIL));
        world.ask(EMAIL, new FinishLogin(EMAIL, right));
    }

    @Test
    void capsTheLockAtADay() {
        long longest = 0;
        for (int i = 0; i < 400; i++) {
            Answer answer = world.ask(EMAIL, new BeginLogin(EMAIL)).answer();
            if (answer instanceof Rejection locked) {
                longest = Long.parseLong(Map.copyOf(locked.facts()).get("retry_after"));
                world.now += longest * 1000;
            }
        }
        assertThat(longest).isEqualTo(86_400);
    }

    @Test
    void countsAnAttemptDurablyBeforeItTellsTheHash() {
        Outcome outcome = world.handle(0, new BeginLogin(EMAIL), new Asker());

        assertThat(outcome.events()).hasOnlyElementsOfType(LoginAttempted.class).hasSize(1);
        assertThat(outcome.lazy()).isFalse();
        assertThat(outcome.effects()).hasSize(1).noneMatch(effect -> effect.early());
    }

    @Test
    void neverTellsMoreHashesThanTheBudgetToParallelGuesses() {
        long challenges = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> world.ask(EMAIL, new BeginLogin(EMAIL)).answer())
                .filter(LoginChallenge.class::isInstance)
                .count();
        assertThat(challenges).isEqualTo(5);
    }

    @Test
    void challengesWithWhatALoginNeeds() {
        assertThat(world.ask(EMAIL, new BeginLogin(EMAIL)).answer())
                .isEqualTo(new LoginChallenge(
                        ASHA.account(), "Name of asha", "vpa:asha@phonepay", ASHA.hash(), List.of(), true));
    }

    @Test
    void challengesWhileTheRegistrationGoesOn() {
        Person ravi = Person.of("ravi@x", "ravi", "r1");
        world.register(ravi);

        assertThat(world.ask(ravi.email(), new BeginLogin(ravi.email())).answer())
                .extracting("active")
                .isEqualTo(false);
        assertThat(world.ask(ravi.email(), new Lookup(ravi.email())).answer())
                .isEqualTo(new EmailFound(ravi.email(), ravi.account(), Stage.RESERVED));
    }

    @Test
    void knowsNoOther() {
        String nobody = Aliases.email("nobody@x");
        for (var message : List.of(
                new BeginLogin(nobody),
                new FinishLogin(nobody, true),
                new RehashPassword(nobody, "a", "b"),
                new AssignRoles(nobody, List.of("admin")),
                new Lookup(nobody))) {
            assertThat(world.ask(nobody, message).answer()).isEqualTo(Refusals.UNKNOWN_EMAIL);
        }
    }

    @Test
    void replacesAHashOnlyWhereItIsStillTheOldOne() {
        Answer done = new Acknowledged(EMAIL);
        assertThat(rehash(ASHA.hash(), "stronger")).isEqualTo(done);
        assertThat(rehash(ASHA.hash(), "stronger")).isEqualTo(done);
        assertThat(rehash(ASHA.hash(), "another")).isEqualTo(Refusals.PASSWORD_CHANGED);
        world.restartFromSnapshot(0);
        assertThat(world.ask(EMAIL, new BeginLogin(EMAIL)).answer())
                .extracting("passwordHash")
                .isEqualTo("stronger");
    }

    private Answer rehash(String oldHash, String newHash) {
        return world.ask(EMAIL, new RehashPassword(EMAIL, oldHash, newHash)).answer();
    }

    @Test
    void keepsRoles() {
        world.ask(EMAIL, new AssignRoles(EMAIL, List.of("admin")));
        int rows = world.journals.get(0).size();
        world.ask(EMAIL, new AssignRoles(EMAIL, List.of("admin")));
        assertThat(world.journals.get(0)).hasSize(rows);

        world.restartFromSnapshot(0);
        assertThat(world.ask(EMAIL, new BeginLogin(EMAIL)).answer())
                .extracting("roles")
                .isEqualTo(List.of("admin"));
    }
}

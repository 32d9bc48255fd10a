package com.phonepay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.directory.DirectoryWorld.Asker;
import com.phonepay.directory.DirectoryWorld.Parcel;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Tick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registrations over four slices by a seed: messages are lost, repeated and overtake each other, slices die between a
 * write and its effects and come back from journal or snapshot, and people fight for few user ids and VPAs.
 */
class RegistrationSimulationTest {
    private static final int RUNS = Integer.getInteger("phonepay.registration.runs", 60);
    private static final int STEPS = 250;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRegistrationEndsAndAnAliasMeansOneAccountForEver(long seed) {
        for (int run = 0; run < RUNS; run++) {
            Run simulation = new Run(seed * 1_000_003 + run);
            try {
                simulation.play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", run " + run, e);
            }
        }
    }

    private static final class Run {
        private final Random random;
        private final DirectoryWorld world = new DirectoryWorld(4);
        private final List<Person> requests = new ArrayList<>();
        private final Map<Person, List<Asker>> askers = new LinkedHashMap<>();
        private final Map<String, AliasClaim> activeFor = new HashMap<>();

        private int longPausesLeft = 3;

        Run(long seed) {
            random = new Random(seed);
        }

        void play() {
            for (int i = 0; i < STEPS; i++) {
                step();
                checkAlways();
            }
            world.settle();
            checkAlways();
            checkEnd();
        }

        private void step() {
            switch (random.nextInt(20)) {
                case 0, 1 -> ask(request());
                case 2 -> recover(random.nextInt(4));
                case 3 -> dieBeforeEffects();
                case 4 -> pass();
                case 5, 6 -> world.handle(random.nextInt(4), new Tick(), new Asker());
                case 7 -> pick().ifPresent(world.onTheWay::remove);
                case 8, 9 -> pick().ifPresent(world::deliver);
                default ->
                    pick().ifPresent(parcel -> {
                        world.onTheWay.remove(parcel);
                        world.deliver(parcel);
                    });
            }
        }

        /** Now and then longer than a message lives, but never so long that a refusal is forgotten. */
        private void pass() {
            boolean jumps = longPausesLeft > 0 && random.nextInt(10) == 0;
            longPausesLeft -= jumps ? 1 : 0;
            world.now += jumps ? 700_000 : random.nextInt(2_000);
        }

        private Optional<Parcel> pick() {
            return world.onTheWay.isEmpty()
                    ? Optional.empty()
                    : Optional.of(world.onTheWay.get(random.nextInt(world.onTheWay.size())));
        }

        private Person request() {
            if (!requests.isEmpty() && random.nextBoolean()) {
                return requests.get(random.nextInt(requests.size()));
            }
            Person person =
                    Person.of("p" + random.nextInt(4) + "@x", "user" + random.nextInt(3), "h" + requests.size());
            person = random.nextInt(3) == 0 ? person.withVpa("shop" + random.nextInt(2) + "@phonepay") : person;
            requests.add(person);
            return person;
        }

        private void ask(Person person) {
            Asker asker = random.nextInt(4) == 0
                    ? world.ask(person.email(), new ContinueRegistration(person.email(), person.hash()))
                    : world.register(person);
            askers.computeIfAbsent(person, each -> new ArrayList<>()).add(asker);
        }

        private void recover(int slice) {
            if (random.nextBoolean()) {
                world.restartFromJournal(slice);
            } else {
                world.restartFromSnapshot(slice);
            }
        }

        private void dieBeforeEffects() {
            pick().filter(parcel -> parcel.to().type() == SliceType.DIRECTORY
                            && world.now - parcel.sentAt() <= DirectoryWorld.MESSAGE_LIFE_MS)
                    .ifPresent(parcel -> {
                        world.onTheWay.remove(parcel);
                        world.record(parcel.to().number(), parcel.message(), new Asker());
                        world.restartFromJournal(parcel.to().number());
                    });
        }

        // Plain checks: these run after every step.
        private void checkAlways() {
            Invariant.check(world.alarms.isEmpty(), "nothing arrives that can not");
            for (DirectoryState state : world.states) {
                for (var entry : state.aliases()) {
                    if (entry._2().active()) {
                        activeFor.putIfAbsent(entry._1(), entry._2());
                    }
                }
            }
            activeFor.forEach((alias, claim) -> {
                DirectoryState state =
                        world.states.get(world.slices.directory(alias).number());
                Invariant.check(claim.equals(state.claim(alias)), "an active alias means one account for ever");
            });
            world.wallets.forEach(
                    (account, openers) -> Invariant.check(openers.size() == 1, "one registration opens a wallet"));
        }

        private void checkEnd() {
            Map<String, Registration> registrations = new HashMap<>();
            world.states.forEach(state -> state.registrations().forEach(registrations::put));
            checkAccounts(registrations);
            checkAliases(registrations);
            checkSnapshots();
            askers.forEach((person, all) -> checkAnswers(person, all, registrations.get(person.email())));
        }

        private void checkAccounts(Map<String, Registration> registrations) {
            Set<AccountId> accounts = new HashSet<>();
            for (Registration registration : registrations.values()) {
                assertThat(registration.stage()).isEqualTo(Stage.ACTIVE);
                assertThat(accounts.add(registration.applicant().account())).isTrue();
                for (String alias : registration.applicant().otherAliases()) {
                    assertThat(world.resolve(alias))
                            .extracting("account")
                            .isEqualTo(registration.applicant().account());
                }
            }
            assertThat(world.wallets.keySet()).isEqualTo(accounts);
        }

        /** Nothing belongs to a registration that was given up. */
        private void checkAliases(Map<String, Registration> registrations) {
            for (DirectoryState state : world.states) {
                state.aliases().forEach((alias, claim) -> {
                    Registration owner = Objects.requireNonNull(registrations.get(claim.driver()));
                    assertThat(owner.isNumber(claim.registration())).isTrue();
                    assertThat(claim.active()).isTrue();
                });
            }
        }

        private void checkSnapshots() {
            for (int slice = 0; slice < 4; slice++) {
                DirectoryState state = world.states.get(slice);
                DirectoryState rebuilt = world.rebuilt(world.machine.snapshot(state));
                assertThat(rebuilt.registrations()).isEqualTo(state.registrations());
                assertThat(rebuilt.aliases()).isEqualTo(state.aliases());
                assertThat(rebuilt.memories().givenBack())
                        .isEqualTo(state.memories().givenBack());
                assertThat(rebuilt.memories().refused())
                        .isEqualTo(state.memories().refused());
                assertThat(rebuilt.lastNumber()).isEqualTo(state.lastNumber());
                assertThat(world.rebuilt(world.journals.get(slice))
                                .registrations()
                                .keySet())
                        .isEqualTo(state.registrations().keySet());
            }
        }

        /** Every answer to one request says the same, whenever it was given. */
        private void checkAnswers(Person person, List<Asker> all, @Nullable Registration registration) {
            List<Answer> finals = all.stream()
                    .flatMap(asker -> asker.answers.stream())
                    .filter(Run::isFinal)
                    .distinct()
                    .toList();
            assertThat(finals).hasSizeLessThanOrEqualTo(1);
            boolean registered = registration != null && registration.isBehind(person.hash());
            if (registered) {
                assertThat(world.register(person).answer()).isEqualTo(person.registered());
                assertThat(finals).isSubsetOf(person.registered());
            } else {
                assertThat(finals).doesNotContain(person.registered());
            }
        }

        /** A continuation proves nothing where the e-mail was not known yet, and busy is not an answer. */
        private static boolean isFinal(Answer answer) {
            return !answer.equals(Refusals.REGISTRATION_PENDING) && !answer.equals(Refusals.UNKNOWN_EMAIL);
        }
    }
}

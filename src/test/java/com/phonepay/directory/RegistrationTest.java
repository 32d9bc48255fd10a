package com.phonepay.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.directory.DirectoryWorld.Asker;
import com.phonepay.directory.DirectoryWorld.Parcel;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Tick;
import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final Person ASHA = Person.of("asha@x", "asha", "a1");
    private static final Person RIVAL = Person.of("rival@x", "asha", "r1");
    private static final Person UNRELATED = Person.of("meera@x", "meera", "m1");
    private final DirectoryWorld world = new DirectoryWorld(4);

    @Test
    void goesThroughItsStagesInOrder() {
        Asker asker = world.register(ASHA);
        List<Class<? extends Message>> way = new ArrayList<>();
        while (!world.onTheWay.isEmpty()) {
            Parcel next = world.onTheWay.remove(0);
            way.add(next.message().getClass());
            assertThat(asker.answers).isEmpty();
            world.deliver(next);
        }

        assertThat(way)
                .containsExactly(
                        ClaimAlias.class,
                        AliasAnswered.class,
                        ClaimAlias.class,
                        AliasAnswered.class,
                        OpenWallet.class,
                        EnrolPayer.class,
                        WalletOpened.class,
                        ActivateAlias.class,
                        ActivateAlias.class,
                        AliasAnswered.class,
                        AliasAnswered.class);
        assertThat(asker.answer()).isEqualTo(ASHA.registered());
    }

    @Test
    void claimsTheUserIdBeforeTheVpaAndOpensTheWalletWithTheBonus() {
        world.register(ASHA);
        Parcel first = world.take(ClaimAlias.class);
        assertThat(first.message()).extracting("alias").isEqualTo("id:asha");
        world.deliver(first);
        world.deliver(AliasAnswered.class);
        Parcel second = world.take(ClaimAlias.class);
        assertThat(second.message()).extracting("alias").isEqualTo("vpa:asha@phonepay");
        world.deliver(second);
        world.deliver(AliasAnswered.class);

        assertThat(world.take(OpenWallet.class).message())
                .isEqualTo(new OpenWallet(ASHA.account(), Money.ofRupees(1_000), "email:asha@x"));
        assertThat(world.take(EnrolPayer.class).message())
                .isEqualTo(new EnrolPayer(ASHA.account(), DirectoryWorld.START));
    }

    @Test
    void resolvesEveryAliasWhenItHasAnsweredAndNoneBeforeTheWalletIsOpen() {
        Asker asker = world.register(ASHA);
        List<String> aliases = List.of("email:asha@x", "id:asha", "vpa:asha@phonepay");
        while (world.onTheWay.stream().noneMatch(parcel -> parcel.message() instanceof WalletOpened)) {
            world.deliver(world.onTheWay.remove(0));
            aliases.forEach(alias -> assertThat(world.resolve(alias)).isEqualTo(Refusals.RECEIVER_NOT_FOUND));
        }
        while (asker.answers.isEmpty()) {
            world.deliver(world.onTheWay.remove(0));
        }
        aliases.forEach(alias ->
                assertThat(world.resolve(alias)).isEqualTo(new Resolved(alias, ASHA.account(), "Name of asha")));
        assertThat(world.resolve("id:ravi")).isEqualTo(Refusals.RECEIVER_NOT_FOUND);
    }

    @Test
    void givesTheLoserOfAUserIdItsEmailBack() {
        Asker winner = world.register(ASHA);
        Asker loser = world.register(RIVAL);
        world.settle();

        assertThat(winner.answer()).isEqualTo(ASHA.registered());
        assertThat(loser.answer()).isEqualTo(Refusals.USER_ID_TAKEN);
        assertThat(world.ask(RIVAL.email(), new Lookup(RIVAL.email())).answer()).isEqualTo(Refusals.UNKNOWN_EMAIL);
        assertThat(world.wallets).containsOnlyKeys(ASHA.account());

        Person again = Person.of("rival@x", "rival", "r2");
        Asker second = world.register(again);
        world.settle();
        assertThat(second.answer()).isEqualTo(again.registered());
    }

    @Test
    void givesAUserIdBackWhenTheVpaIsTaken() {
        world.register(ASHA);
        world.settle();
        Asker loser = world.register(Person.of("kabir@x", "kabir", "k1").withVpa("asha@phonepay"));
        world.settle();
        assertThat(loser.answer()).isEqualTo(Refusals.USER_ID_TAKEN);

        Person other = Person.of("other@x", "kabir", "o1");
        Asker winner = world.register(other);
        world.settle();
        assertThat(winner.answer()).isEqualTo(other.registered());
    }

    @Test
    void answersARefusalOnlyWhenTheEmailCanBeUsedAgain() {
        world.register(ASHA);
        world.settle();
        Asker loser = world.register(RIVAL);
        while (loser.answers.isEmpty()) {
            world.deliver(world.onTheWay.remove(0));
        }
        Person again = Person.of("rival@x", "rival", "r2");
        Asker second = world.register(again);
        world.settle();
        assertThat(second.answer()).isEqualTo(again.registered());
    }

    @Test
    void repeatsItsAnswerToTheSameRequest() {
        Asker first = world.register(ASHA);
        Asker meanwhile = world.register(ASHA);
        world.settle();
        Asker later = world.register(ASHA);
        Asker proved = world.ask(ASHA.email(), new ContinueRegistration(ASHA.email(), ASHA.hash()));

        for (Asker asker : List.of(first, meanwhile, later, proved)) {
            assertThat(asker.answer()).isEqualTo(ASHA.registered());
        }
        assertThat(world.onTheWay).isEmpty();
    }

    @Test
    void repeatsARefusalAlsoWhenTheEmailHasBeenUsedAgain() {
        world.register(ASHA);
        world.register(RIVAL);
        world.settle();
        assertThat(world.register(RIVAL).answer()).isEqualTo(Refusals.USER_ID_TAKEN);
        world.register(Person.of("rival@x", "rival", "r2"));
        world.settle();

        assertThat(world.register(RIVAL).answer()).isEqualTo(Refusals.USER_ID_TAKEN);
        assertThat(world.ask(RIVAL.email(), new ContinueRegistration(RIVAL.email(), RIVAL.hash()))
                        .answer())
                .isEqualTo(Refusals.USER_ID_TAKEN);
    }

    @Test
    void refusesAnotherRequestForAnEmail() {
        Person other = Person.of("asha@x", "asha2", "a2");
        world.register(ASHA);
        assertThat(world.register(other).answer()).isEqualTo(Refusals.REGISTRATION_PENDING);
        world.settle();
        assertThat(world.register(other).answer()).isEqualTo(Refusals.EMAIL_TAKEN);
        assertThat(world.ask(ASHA.email(), new ContinueRegistration(ASHA.email(), other.hash()))
                        .answer())
                .isEqualTo(Refusals.EMAIL_TAKEN);
        assertThat(world.ask("email:x@y", new ContinueRegistration("email:x@y", "h"))
                        .answer())
                .isEqualTo(Refusals.UNKNOWN_EMAIL);
    }

    @Test
    void continuesAfterRecoveryAtEveryStep() {
        for (int steps = 0; steps <= 11; steps++) {
            DirectoryWorld crashing = new DirectoryWorld(4);
            crashing.register(ASHA);
            for (int i = 0; i < steps; i++) {
                crashing.deliver(crashing.onTheWay.remove(0));
            }
            crashing.onTheWay.clear();
            for (int slice = 0; slice < 4; slice++) {
                crashing.restartFromJournal(slice);
            }
            Asker again = crashing.ask(ASHA.email(), new ContinueRegistration(ASHA.email(), ASHA.hash()));
            crashing.settle();

            assertThat(again.answer()).as("after %s steps", steps).isEqualTo(ASHA.registered());
            assertThat(crashing.resolve("id:asha")).isInstanceOf(Resolved.class);
            assertThat(crashing.alarms).isEmpty();
        }
    }

    @Test
    void ignoresThatAnAliasWasTakenOnceItIsClaimed() {
        world.register(ASHA);
        world.deliver(ClaimAlias.class);
        world.deliver(AliasAnswered.class);
        AliasAnswered late = new AliasAnswered("id:asha", ASHA.email(), 1, AliasAnswered.Result.TAKEN);
        int slice = world.slices.directory(ASHA.email()).number();
        assertThat(world.handle(slice, late, new Asker()).events()).isEmpty();

        while (world.onTheWay.stream().noneMatch(parcel -> parcel.message() instanceof OpenWallet)) {
            world.deliver(world.onTheWay.remove(0));
        }
        world.restartFromJournal(slice);
        assertThat(world.handle(slice, late, new Asker()).events()).isEmpty();
        world.settle();
        assertThat(world.resolve("id:asha")).isInstanceOf(Resolved.class);
    }

    @Test
    void ignoresAnswersToAnEarlierRegistration() {
        world.register(ASHA);
        world.settle();
        world.register(RIVAL);
        world.settle();
        world.register(Person.of("rival@x", "asha", "r2"));
        int slice = world.slices.directory(RIVAL.email()).number();
        long before = world.states.get(slice).lastNumber() - 1;
        for (AliasAnswered.Result result : AliasAnswered.Result.values()) {
            AliasAnswered stale = new AliasAnswered("id:asha", RIVAL.email(), before, result);
            assertThat(world.handle(slice, stale, new Asker()).events()).isEmpty();
        }
    }

    @Test
    void asksAgainLessAndLessOften() {
        world.register(ASHA);
        int slice = world.slices.directory(ASHA.email()).number();
        List<Long> repeats = new ArrayList<>();
        while (world.now < DirectoryWorld.START + 60_000) {
            world.now += 100;
            if (!world.handle(slice, new Tick(), new Asker()).effects().isEmpty()) {
                repeats.add(world.now - DirectoryWorld.START);
            }
        }
        assertThat(repeats).containsExactly(500L, 1_500L, 3_500L, 7_500L, 15_500L, 31_500L, 47_500L);
    }

    @Test
    void forgetsWhatCanNoLongerBeAskedAbout() {
        world.register(ASHA);
        world.register(RIVAL);
        world.settle();
        world.register(UNRELATED);
        world.now += 3_700_000;
        world.settle();

        for (DirectoryState state : world.states) {
            assertThat(state.memories()).isEqualTo(Memories.NONE);
        }
        assertThat(world.resolve("id:asha")).isInstanceOf(Resolved.class);
    }

    @Test
    void refusesTheLateClaimOfAnAbandonedRegistration() {
        world.register(ASHA);
        world.settle();
        world.register(Person.of("kabir@x", "kabir", "k1").withVpa("asha@phonepay"));
        Parcel claim = world.onTheWay.get(0);
        assertThat(claim.message()).isInstanceOf(ClaimAlias.class);
        world.settle();
        world.deliver(new Parcel(claim.to(), claim.message(), world.now));

        Person other = Person.of("other@x", "kabir", "o1");
        Asker winner = world.register(other);
        world.settle();
        assertThat(winner.answer()).isEqualTo(other.registered());
    }
}

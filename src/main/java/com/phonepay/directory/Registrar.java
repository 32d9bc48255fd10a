package com.phonepay.directory;

import com.phonepay.directory.DirectoryEvent.AccountActivated;
import com.phonepay.directory.DirectoryEvent.AliasConfirmed;
import com.phonepay.directory.DirectoryEvent.AliasesClaimed;
import com.phonepay.directory.DirectoryEvent.CallerJoined;
import com.phonepay.directory.DirectoryEvent.MemoriesDropped;
import com.phonepay.directory.DirectoryEvent.RegistrationAbandoned;
import com.phonepay.directory.DirectoryEvent.RegistrationCompleted;
import com.phonepay.directory.DirectoryEvent.RegistrationDriven;
import com.phonepay.directory.DirectoryEvent.RegistrationRefused;
import com.phonepay.directory.DirectoryEvent.RegistrationReserved;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.AliasAnswered.Result;
import com.phonepay.protocol.WalletOpened;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives registrations from the slice of the e-mail. After each answer, and after recovery on a tick, the same
 * {@link Steps} say what to ask next; so retry, resume and the happy path are one piece of code.
 */
final class Registrar {
    // A slice that recovers with many open registrations asks for them in portions, not all in one tick.
    private static final int DRIVEN_MAX = 256;

    private final Steps steps;
    private final DirectorySettings settings;

    Registrar(Steps steps, DirectorySettings settings) {
        this.steps = steps;
        this.settings = settings;
    }

    Outcome register(DirectoryState state, Register message, Caller caller, long now) {
        Outcome repeated = repeated(state, message.email(), message.passwordHash(), caller);
        if (repeated != null) {
            return repeated;
        }
        Applicant applicant = new Applicant(
                message.email(),
                state.lastNumber() + 1,
                message.account(),
                message.name(),
                message.vpa(),
                settings.welcomeBonus(),
                now,
                null);
        return begin(applicant, message.passwordHash(), caller);
    }

    private Outcome begin(Applicant applicant, String hash, Caller caller) {
        RegistrationReserved reserved = new RegistrationReserved(applicant, hash);
        return Outcome.of(
                List.of(reserved, new CallerJoined(applicant.email(), caller)), steps.next(applicant, Stage.RESERVED));
    }

    /** A merchant's own id drives its registration: it has no e-mail that is an alias, and nobody logs in to it. */
    Outcome register(DirectoryState state, RegisterMerchant message, Caller caller, long now) {
        String id = Aliases.id(message.account());
        AliasClaim claim = state.claim(id);
        Registration known = state.registration(id);
        if (claim != null) {
            return refuse(caller, claim.active() ? Refusals.MERCHANT_ID_TAKEN : Refusals.REGISTRATION_PENDING);
        }
        boolean refused = state.memories().hasRefused(id, message.fingerprint());
        if (refused || (known != null && !known.isBehind(message.fingerprint()))) {
            return refuse(caller, Refusals.MERCHANT_ID_TAKEN);
        }
        if (known != null) {
            return known.stage() == Stage.ACTIVE
                    ? Outcome.effects(Effect.reply(caller, known.applicant().registered()))
                    : Outcome.of(new CallerJoined(id, caller));
        }
        Applicant applicant = new Applicant(
                id,
                state.lastNumber() + 1,
                message.account(),
                message.profile().name(),
                message.vpa(),
                Money.ZERO,
                now,
                message.profile());
        return begin(applicant, message.fingerprint(), caller);
    }

    Outcome continued(DirectoryState state, ContinueRegistration message, Caller caller) {
        Outcome repeated = repeated(state, message.email(), message.passwordHash(), caller);
        return repeated != null ? repeated : refuse(caller, Refusals.UNKNOWN_EMAIL);
    }

    /** The answer where the request, or somebody else's for this e-mail, is known. */
    private static @Nullable Outcome repeated(DirectoryState state, String email, String passwordHash, Caller caller) {
        if (state.memories().hasRefused(email, passwordHash)) {
            return refuse(caller, Refusals.USER_ID_TAKEN);
        }
        Registration known = state.registration(email);
        if (known == null) {
            AliasClaim claim = state.claim(email);
            return claim == null
                    ? null
                    : refuse(caller, claim.active() ? Refusals.EMAIL_TAKEN : Refusals.REGISTRATION_PENDING);
        }
        if (!known.isBehind(passwordHash)) {
            return refuse(caller, known.stage().isCertain() ? Refusals.EMAIL_TAKEN : Refusals.REGISTRATION_PENDING);
        }
        return known.stage() == Stage.ACTIVE
                ? Outcome.effects(Effect.reply(caller, known.applicant().registered()))
                : Outcome.of(new CallerJoined(email, caller));
    }

    private static Outcome refuse(Caller caller, Rejection refusal) {
        return Outcome.effects(Effect.reply(caller, refusal));
    }

    Outcome answered(DirectoryState state, AliasAnswered message, long now) {
        Registration registration = state.registration(message.driver());
        if (registration == null
                || !registration.isNumber(message.registration())
                || !registration.unconfirmed().contains(message.alias())) {
            return Outcome.nothing();
        }
        return switch (registration.stage()) {
            case RESERVED -> claimAnswered(registration, message, now);
            case ACTIVATING ->
                message.result() == Result.ACTIVATED
                        ? confirmed(registration, message.alias(), now)
                        : Outcome.nothing();
            case GIVING_BACK ->
                message.result() == Result.GIVEN_BACK
                        ? confirmed(registration, message.alias(), now)
                        : Outcome.nothing();
            case CLAIMED, ACTIVE -> Outcome.nothing();
        };
    }

    private Outcome claimAnswered(Registration registration, AliasAnswered message, long now) {
        Applicant applicant = registration.applicant();
        return switch (message.result()) {
            case CLAIMED -> confirmed(registration, message.alias(), now);
            case TAKEN ->
                Outcome.of(
                        List.of(new RegistrationRefused(applicant.email(), message.alias(), now)),
                        steps.next(applicant, Stage.GIVING_BACK));
            case ACTIVATED, GIVEN_BACK -> Outcome.nothing();
        };
    }

    /** One alias more has answered in this stage; the last one ends the stage. */
    private Outcome confirmed(Registration registration, String alias, long now) {
        String email = registration.applicant().email();
        Registration next = registration.with(registration.progress().confirmed(alias, now));
        if (!next.unconfirmed().isEmpty()) {
            // Claims go one after the other; the others are all on their way already.
            List<Effect> effects = next.stage() == Stage.RESERVED ? steps.next(next) : List.of();
            return Outcome.of(List.of(new AliasConfirmed(email, alias, now)), effects);
        }
        return switch (next.stage()) {
            case RESERVED ->
                Outcome.of(List.of(new AliasesClaimed(email, now)), steps.next(next.applicant(), Stage.CLAIMED));
            case ACTIVATING ->
                ended(
                        next,
                        new RegistrationCompleted(email, now),
                        next.applicant().registered());
            case GIVING_BACK -> ended(next, new RegistrationAbandoned(email, now), taken(next.applicant()));
            case CLAIMED, ACTIVE -> Outcome.nothing();
        };
    }

    private static Rejection taken(Applicant applicant) {
        return applicant.merchant() == null ? Refusals.USER_ID_TAKEN : Refusals.MERCHANT_ID_TAKEN;
    }

    private static Outcome ended(Registration registration, Event end, Answer answer) {
        List<Effect> replies = registration
                .progress()
                .waiting()
                .map(caller -> Effect.reply(caller, answer))
                .toJavaList();
        return Outcome.of(List.of(end), replies);
    }

    Outcome walletOpened(DirectoryState state, WalletOpened message, long now) {
        Registration registration = state.registration(message.alias());
        if (registration == null
                || registration.stage() != Stage.CLAIMED
                || !registration.applicant().account().equals(message.account())) {
            return Outcome.nothing();
        }
        return Outcome.of(
                List.of(new AccountActivated(message.alias(), now)),
                steps.next(registration.applicant(), Stage.ACTIVATING));
    }

    Outcome tick(DirectoryState state, long now) {
        List<Event> events = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        for (String email : state.open()) {
            Registration registration = state.registration(email);
            if (registration != null && registration.progress().askAgainAt() <= now && events.size() < DRIVEN_MAX) {
                events.add(new RegistrationDriven(email, now));
                effects.addAll(steps.next(registration));
            }
        }
        if (state.memories().isAnyOld(now)) {
            events.add(new MemoriesDropped(state.memories().oldBefore(now)));
        }
        return Outcome.of(events, effects);
    }
}

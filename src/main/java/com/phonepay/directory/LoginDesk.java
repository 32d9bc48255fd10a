package com.phonepay.directory;

import com.phonepay.directory.DirectoryEvent.LoginAttempted;
import com.phonepay.directory.DirectoryEvent.LoginSucceeded;
import com.phonepay.directory.DirectoryEvent.PasswordRehashed;
import com.phonepay.directory.DirectoryEvent.RolesAssigned;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/** Counts attempts to log in before they are made, and keeps the hashes that passwords are verified against. */
final class LoginDesk {
    private final DirectorySettings settings;

    LoginDesk(DirectorySettings settings) {
        this.settings = settings;
    }

    Outcome begin(DirectoryState state, BeginLogin message, Caller caller, long now) {
        Registration person = person(state, message.email());
        if (person == null) {
            return refuse(caller, Refusals.UNKNOWN_EMAIL);
        }
        LoginGuard guard = person.credentials().guard();
        if (guard.isLocked(now)) {
            return refuse(caller, Refusals.accountLocked(guard.lockedUntil() - now));
        }
        LoginAttempted attempted = new LoginAttempted(message.email(), guard.attempted(now, settings), now);
        return Outcome.of(attempted, Effect.reply(caller, challenge(person)));
    }

    private static LoginChallenge challenge(Registration person) {
        return new LoginChallenge(
                person.applicant().account(),
                person.applicant().name(),
                person.applicant().vpa(),
                person.credentials().passwordHash(),
                person.credentials().roles(),
                person.stage().isActive());
    }

    Outcome finish(DirectoryState state, FinishLogin message, Caller caller, long now) {
        Registration person = person(state, message.email());
        if (person == null) {
            return refuse(caller, Refusals.UNKNOWN_EMAIL);
        }
        boolean clears = message.succeeded() && !person.credentials().guard().equals(LoginGuard.NEW);
        return clears
                ? acknowledge(message.email(), caller, new LoginSucceeded(message.email(), now))
                : acknowledge(message.email(), caller);
    }

    Outcome rehash(DirectoryState state, RehashPassword message, Caller caller, long now) {
        Registration person = person(state, message.email());
        if (person == null) {
            return refuse(caller, Refusals.UNKNOWN_EMAIL);
        }
        if (person.isBehind(message.newHash())) {
            return acknowledge(message.email(), caller);
        }
        return person.isBehind(message.oldHash())
                ? acknowledge(message.email(), caller, new PasswordRehashed(message.email(), message.newHash(), now))
                : refuse(caller, Refusals.PASSWORD_CHANGED);
    }

    Outcome assign(DirectoryState state, AssignRoles message, Caller caller, long now) {
        Registration person = person(state, message.email());
        if (person == null) {
            return refuse(caller, Refusals.UNKNOWN_EMAIL);
        }
        return person.credentials().roles().equals(message.roles())
                ? acknowledge(message.email(), caller)
                : acknowledge(message.email(), caller, new RolesAssigned(message.email(), message.roles(), now));
    }

    /** Who gives everything back is nobody any more. */
    static @Nullable Registration person(DirectoryState state, String email) {
        Registration registration = state.registration(email);
        return registration == null || registration.stage() == Stage.GIVING_BACK ? null : registration;
    }

    private static Outcome refuse(Caller caller, Rejection refusal) {
        return Outcome.effects(Effect.reply(caller, refusal));
    }

    private static Outcome acknowledge(String email, Caller caller) {
        return Outcome.effects(Effect.reply(caller, new Acknowledged(email)));
    }

    private static Outcome acknowledge(String email, Caller caller, Event event) {
        return Outcome.of(event, Effect.reply(caller, new Acknowledged(email)));
    }
}

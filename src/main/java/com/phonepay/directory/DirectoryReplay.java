package com.phonepay.directory;

import com.phonepay.directory.DirectoryEvent.AccountActivated;
import com.phonepay.directory.DirectoryEvent.AliasActivated;
import com.phonepay.directory.DirectoryEvent.AliasClaimed;
import com.phonepay.directory.DirectoryEvent.AliasConfirmed;
import com.phonepay.directory.DirectoryEvent.AliasGivenBack;
import com.phonepay.directory.DirectoryEvent.AliasesClaimed;
import com.phonepay.directory.DirectoryEvent.CallerJoined;
import com.phonepay.directory.DirectoryEvent.LastNumberRestored;
import com.phonepay.directory.DirectoryEvent.LoginAttempted;
import com.phonepay.directory.DirectoryEvent.LoginSucceeded;
import com.phonepay.directory.DirectoryEvent.MemoriesDropped;
import com.phonepay.directory.DirectoryEvent.OfEmail;
import com.phonepay.directory.DirectoryEvent.PasswordRehashed;
import com.phonepay.directory.DirectoryEvent.RefusalRestored;
import com.phonepay.directory.DirectoryEvent.RegistrationAbandoned;
import com.phonepay.directory.DirectoryEvent.RegistrationCompleted;
import com.phonepay.directory.DirectoryEvent.RegistrationDriven;
import com.phonepay.directory.DirectoryEvent.RegistrationRefused;
import com.phonepay.directory.DirectoryEvent.RegistrationReserved;
import com.phonepay.directory.DirectoryEvent.RegistrationRestored;
import com.phonepay.directory.DirectoryEvent.RolesAssigned;
import com.phonepay.directory.DirectoryEvent.SessionEnded;
import com.phonepay.directory.DirectoryEvent.SessionKept;
import com.phonepay.kernel.Event;
import io.vavr.collection.Iterator;

/** What events change, and the state as events. */
final class DirectoryReplay {
    private DirectoryReplay() {}

    static DirectoryState apply(DirectoryState state, DirectoryEvent event) {
        if (event instanceof RegistrationAbandoned abandoned) {
            return abandon(state, abandoned);
        }
        if (event instanceof OfEmail ofEmail) {
            return state.changed(ofEmail.email(), registration -> next(registration, ofEmail));
        }
        if (event instanceof RegistrationReserved reserved) {
            Applicant applicant = reserved.applicant();
            Progress progress = Progress.NONE.startedAt(applicant.reservedAt());
            Credentials credentials = Credentials.of(reserved.passwordHash());
            return state.with(new Registration(applicant, credentials, Stage.RESERVED, progress));
        }
        if (event instanceof RegistrationRestored restored) {
            return state.with(
                    new Registration(restored.applicant(), restored.credentials(), restored.stage(), Progress.NONE));
        }
        if (event instanceof LastNumberRestored restored) {
            return state.withLastNumber(restored.number());
        }
        return alias(state, event);
    }

    private static Registration next(Registration registration, OfEmail event) {
        if (event instanceof AliasesClaimed claimed) {
            return registration.at(Stage.CLAIMED, claimed.at());
        }
        if (event instanceof AccountActivated activated) {
            return registration.at(Stage.ACTIVATING, activated.at());
        }
        if (event instanceof RegistrationCompleted) {
            return registration.at(Stage.ACTIVE, 0).with(Progress.NONE);
        }
        if (event instanceof RegistrationRefused refused) {
            return registration.at(Stage.GIVING_BACK, refused.at());
        }
        Progress progress = registration.progress();
        if (event instanceof AliasConfirmed confirmed) {
            return registration.with(progress.confirmed(confirmed.alias(), confirmed.at()));
        }
        if (event instanceof RegistrationDriven driven) {
            return registration.with(progress.repeated(driven.at()));
        }
        if (event instanceof CallerJoined joined) {
            return registration.with(progress.joinedBy(joined.caller()));
        }
        return registration.with(next(registration.credentials(), event));
    }

    private static Credentials next(Credentials credentials, OfEmail event) {
        if (event instanceof LoginAttempted attempted) {
            return credentials.with(attempted.guard());
        }
        if (event instanceof LoginSucceeded) {
            return credentials.with(LoginGuard.NEW);
        }
        if (event instanceof PasswordRehashed rehashed) {
            return credentials.withHash(rehashed.passwordHash());
        }
        return event instanceof RolesAssigned assigned ? credentials.withRoles(assigned.roles()) : credentials;
    }

    private static DirectoryState abandon(DirectoryState state, RegistrationAbandoned abandoned) {
        Registration registration = state.registration(abandoned.email());
        if (registration == null) {
            return state;
        }
        String hash = registration.credentials().passwordHash();
        return state.without(registration).with(state.memories().withRefused(abandoned.email(), hash, abandoned.at()));
    }

    private static DirectoryState alias(DirectoryState state, DirectoryEvent event) {
        if (event instanceof AliasClaimed claimed) {
            return state.with(claimed.alias(), claimed.claim());
        }
        if (event instanceof AliasActivated activated) {
            AliasClaim claim = state.claim(activated.alias());
            return claim == null ? state : state.with(activated.alias(), claim.activated());
        }
        if (event instanceof AliasGivenBack givenBack) {
            return giveBack(state, givenBack);
        }
        if (event instanceof RefusalRestored refusal) {
            return state.with(state.memories().withRefused(refusal.email(), refusal.passwordHash(), refusal.at()));
        }
        if (event instanceof SessionKept kept) {
            return state.with(state.sessions().with(kept.session()));
        }
        if (event instanceof SessionEnded ended) {
            return state.with(state.sessions().without(ended.account(), ended.id()));
        }
        return event instanceof MemoriesDropped dropped
                ? state.with(state.memories().since(dropped.before()))
                : state;
    }

    private static DirectoryState giveBack(DirectoryState state, AliasGivenBack event) {
        AliasClaim claim = state.claim(event.alias());
        boolean its = claim != null && !claim.active() && claim.isOf(event.driver(), event.registration());
        Memories memories =
                state.memories().withGivenBack(event.alias(), event.driver(), event.registration(), event.at());
        return (its ? state.withoutAlias(event.alias()) : state).with(memories);
    }

    static Iterator<Event> snapshot(DirectoryState state) {
        Iterator<Event> registrations = state.registrations()
                .values()
                .iterator()
                .map(each -> new RegistrationRestored(each.applicant(), each.credentials(), each.stage()));
        Iterator<Event> aliases = state.aliases().iterator().map(each -> new AliasClaimed(each._1(), each._2()));
        Iterator<Event> givenBack = state.memories()
                .givenBack()
                .iterator()
                .map(each -> new AliasGivenBack(
                        each._1()._1(),
                        each._1()._2(),
                        each._2().registration(),
                        each._2().at()));
        Iterator<Event> refused = state.memories()
                .refused()
                .iterator()
                .map(each -> new RefusalRestored(each._1()._1(), each._1()._2(), each._2()));
        return Iterator.<Event>of(new LastNumberRestored(state.lastNumber()))
                .concat(registrations)
                .concat(aliases)
                .concat(givenBack)
                .concat(refused)
                .concat(state.sessions().all().map(SessionKept::new));
    }
}

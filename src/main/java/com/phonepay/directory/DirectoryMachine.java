package com.phonepay.directory;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.protocol.UnclaimAlias;
import com.phonepay.protocol.WalletOpened;

/**
 * Aliases, registrations and credentials. A registration is driven by the slice of its e-mail through the stages of
 * {@link Stage}, over the slices of its other aliases ({@link AliasBook}), its wallet and its risk profile.
 */
public final class DirectoryMachine implements Machine<DirectoryState> {
    private final Registrar registrar;
    private final AliasBook aliasBook;
    private final LoginDesk loginDesk;
    private final SessionDesk sessionDesk = new SessionDesk();

    public DirectoryMachine(Slices slices, DirectorySettings settings) {
        this.registrar = new Registrar(new Steps(slices), settings);
        this.aliasBook = new AliasBook(slices);
        this.loginDesk = new LoginDesk(settings);
    }

    @Override
    public DirectoryState empty() {
        return DirectoryState.EMPTY;
    }

    @Override
    public Outcome decide(DirectoryState state, Message message, Caller caller, Moment moment) {
        long now = moment.now();
        if (message instanceof Resolve resolve) {
            return Outcome.effects(Effect.reply(caller, resolve(state, resolve.alias())));
        }
        if (message instanceof Lookup lookup) {
            return Outcome.effects(Effect.reply(caller, lookup(state, lookup.email())));
        }
        if (message instanceof QueryMailbox query) {
            return Outcome.effects(Effect.reply(caller, mailbox(state, query.idAlias())));
        }
        if (message instanceof Register register) {
            return registrar.register(state, register, caller, now);
        }
        if (message instanceof RegisterMerchant register) {
            return registrar.register(state, register, caller, now);
        }
        if (message instanceof ContinueRegistration continued) {
            return registrar.continued(state, continued, caller);
        }
        if (message instanceof BeginLogin begin) {
            return loginDesk.begin(state, begin, caller, now);
        }
        if (message instanceof FinishLogin finish) {
            return loginDesk.finish(state, finish, caller, now);
        }
        if (message instanceof RehashPassword rehash) {
            return loginDesk.rehash(state, rehash, caller, now);
        }
        if (message instanceof AssignRoles assign) {
            return loginDesk.assign(state, assign, caller, now);
        }
        return decideOnSessions(state, message, caller, now);
    }

    private Outcome decideOnSessions(DirectoryState state, Message message, Caller caller, long now) {
        if (message instanceof OpenSession opened) {
            return sessionDesk.open(state, opened, caller, now);
        }
        if (message instanceof RotateSession rotate) {
            return sessionDesk.rotate(state, rotate, caller, now);
        }
        if (message instanceof EndSession ended) {
            return sessionDesk.end(state, ended, caller);
        }
        if (message instanceof QuerySessions query) {
            return sessionDesk.query(state, query, caller, now);
        }
        return decideBetweenSlices(state, message, now);
    }

    private Outcome decideBetweenSlices(DirectoryState state, Message message, long now) {
        if (message instanceof ClaimAlias claim) {
            return aliasBook.claim(state, claim);
        }
        if (message instanceof ActivateAlias activate) {
            return aliasBook.activate(state, activate);
        }
        if (message instanceof UnclaimAlias unclaim) {
            return aliasBook.unclaim(state, unclaim, now);
        }
        if (message instanceof AliasAnswered answered) {
            return registrar.answered(state, answered, now);
        }
        if (message instanceof WalletOpened opened) {
            return registrar.walletOpened(state, opened, now);
        }
        return message instanceof Tick ? registrar.tick(state, now) : Outcome.nothing();
    }

    private static Answer resolve(DirectoryState state, String alias) {
        AliasClaim claim = state.claim(alias);
        if (claim != null && claim.active()) {
            return new Resolved(alias, claim.account(), claim.displayName(), claim.owner());
        }
        Registration registration = state.registration(alias);
        return registration != null && registration.stage().isActive()
                ? new Resolved(
                        alias,
                        registration.applicant().account(),
                        registration.applicant().name(),
                        registration.applicant().owner())
                : Refusals.RECEIVER_NOT_FOUND;
    }

    private static Answer lookup(DirectoryState state, String email) {
        Registration person = LoginDesk.person(state, email);
        return person == null
                ? Refusals.UNKNOWN_EMAIL
                : new EmailFound(email, person.applicant().account(), person.stage());
    }

    /** A person's id was claimed by the registration of the e-mail; a merchant's own registration is here. */
    private static Answer mailbox(DirectoryState state, String idAlias) {
        AliasClaim claim = state.claim(idAlias);
        if (claim != null && claim.active()) {
            return new Mailbox(Aliases.plain(claim.driver()));
        }
        Registration registration = state.registration(idAlias);
        if (registration == null || !registration.stage().isActive()) {
            return Refusals.RECEIVER_NOT_FOUND;
        }
        MerchantProfile merchant = registration.applicant().merchant();
        return merchant == null ? Refusals.RECEIVER_NOT_FOUND : new Mailbox(merchant.email());
    }

    @Override
    public DirectoryState apply(DirectoryState state, Event event) {
        return event instanceof DirectoryEvent directoryEvent ? DirectoryReplay.apply(state, directoryEvent) : state;
    }

    @Override
    public Iterable<Event> snapshot(DirectoryState state) {
        return () -> DirectoryReplay.snapshot(state);
    }
}

package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Note;
import java.util.List;

/** What can happen in a directory slice. Times are slice time, milliseconds since 1970. */
public sealed interface DirectoryEvent extends Event {

    /** Something about the registration of one e-mail. */
    sealed interface OfEmail extends DirectoryEvent {
        String email();
    }

    /** The e-mail is reserved, and what the registration is about is fixed. */
    record RegistrationReserved(Applicant applicant, String passwordHash) implements DirectoryEvent {}

    /** All aliases are claimed. Nothing can refuse the registration from here on. */
    record AliasesClaimed(String email, long at) implements OfEmail {}

    /** The wallet is open: the account is active. */
    record AccountActivated(String email, long at) implements OfEmail {}

    /** Every alias resolves. */
    record RegistrationCompleted(String email, long at) implements OfEmail {}

    /** Another registration has one of the aliases. */
    record RegistrationRefused(String email, String takenAlias, long at) implements OfEmail {}

    /** Everything is given back: the e-mail is free. */
    record RegistrationAbandoned(String email, long at) implements OfEmail {}

    /** An attempt to log in began; the guard is what it left. */
    record LoginAttempted(String email, LoginGuard guard, long at) implements OfEmail {}

    record LoginSucceeded(String email, long at) implements OfEmail {}

    record PasswordRehashed(String email, String passwordHash, long at) implements OfEmail {}

    record RolesAssigned(String email, List<String> roles, long at) implements OfEmail {}

    /** Somebody waits for the end of a registration. */
    record CallerJoined(String email, Caller caller) implements OfEmail, Note {}

    /** An alias has answered in the present stage. */
    record AliasConfirmed(String email, String alias, long at) implements OfEmail, Note {}

    /** What is open in a registration was asked again. */
    record RegistrationDriven(String email, long at) implements OfEmail, Note {}

    /** Also the same fact from a snapshot. */
    record AliasClaimed(String alias, AliasClaim claim) implements DirectoryEvent {}

    record AliasActivated(String alias) implements DirectoryEvent {}

    /** A registration gave up the alias, whether it had it or not; its late claims find this. Also from a snapshot. */
    record AliasGivenBack(String alias, String driver, long registration, long at) implements DirectoryEvent {}

    /** A session as it is from now on: opened, or renewed. Also from a snapshot. */
    record SessionKept(Session session) implements DirectoryEvent {}

    record SessionEnded(AccountId account, String id) implements DirectoryEvent {}

    /** What ended before this time is no longer remembered. */
    record MemoriesDropped(long before) implements DirectoryEvent {}

    record RegistrationRestored(Applicant applicant, Credentials credentials, Stage stage) implements DirectoryEvent {}

    record RefusalRestored(String email, String passwordHash, long at) implements DirectoryEvent {}

    record LastNumberRestored(long number) implements DirectoryEvent {}
}

package com.phonepay.payment.cluster.names;

import com.phonepay.directory.Acknowledged;
import com.phonepay.directory.AssignRoles;
import com.phonepay.directory.BeginLogin;
import com.phonepay.directory.ContinueRegistration;
import com.phonepay.directory.DirectoryEvent;
import com.phonepay.directory.EmailFound;
import com.phonepay.directory.EndSession;
import com.phonepay.directory.FinishLogin;
import com.phonepay.directory.LoginChallenge;
import com.phonepay.directory.Lookup;
import com.phonepay.directory.Mailbox;
import com.phonepay.directory.OpenSession;
import com.phonepay.directory.QueryMailbox;
import com.phonepay.directory.QuerySessions;
import com.phonepay.directory.Register;
import com.phonepay.directory.RegisterMerchant;
import com.phonepay.directory.Registered;
import com.phonepay.directory.RehashPassword;
import com.phonepay.directory.Resolve;
import com.phonepay.directory.Resolved;
import com.phonepay.directory.RotateSession;
import com.phonepay.directory.SessionView;
import com.phonepay.directory.SessionsView;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;

/** What a directory slice is asked, answers and records. */
public final class DirectoryNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("register", Register.class)
                .add("register-merchant", RegisterMerchant.class)
                .add("registered", Registered.class)
                .add("continue-registration", ContinueRegistration.class)
                .add("lookup-email", Lookup.class)
                .add("email-found", EmailFound.class)
                .add("resolve", Resolve.class)
                .add("resolved", Resolved.class)
                .add("query-mailbox", QueryMailbox.class)
                .add("mailbox", Mailbox.class)
                .add("begin-login", BeginLogin.class)
                .add("login-challenge", LoginChallenge.class)
                .add("finish-login", FinishLogin.class)
                .add("rehash-password", RehashPassword.class)
                .add("assign-roles", AssignRoles.class)
                .add("acknowledged", Acknowledged.class)
                .add("open-session", OpenSession.class)
                .add("rotate-session", RotateSession.class)
                .add("end-session", EndSession.class)
                .add("query-sessions", QuerySessions.class)
                .add("session-view", SessionView.class)
                .add("sessions-view", SessionsView.class);
        table.add("d.registration-reserved", DirectoryEvent.RegistrationReserved.class)
                .add("d.aliases-claimed", DirectoryEvent.AliasesClaimed.class)
                .add("d.account-activated", DirectoryEvent.AccountActivated.class)
                .add("d.registration-completed", DirectoryEvent.RegistrationCompleted.class)
                .add("d.registration-refused", DirectoryEvent.RegistrationRefused.class)
                .add("d.registration-abandoned", DirectoryEvent.RegistrationAbandoned.class)
                .add("d.login-attempted", DirectoryEvent.LoginAttempted.class)
                .add("d.login-succeeded", DirectoryEvent.LoginSucceeded.class)
                .add("d.password-rehashed", DirectoryEvent.PasswordRehashed.class)
                .add("d.roles-assigned", DirectoryEvent.RolesAssigned.class)
                .add("d.alias-claimed", DirectoryEvent.AliasClaimed.class)
                .add("d.alias-activated", DirectoryEvent.AliasActivated.class)
                .add("d.alias-given-back", DirectoryEvent.AliasGivenBack.class)
                .add("d.session-kept", DirectoryEvent.SessionKept.class)
                .add("d.session-ended", DirectoryEvent.SessionEnded.class)
                .add("d.memories-dropped", DirectoryEvent.MemoriesDropped.class);
        table.add("d.registration-restored", DirectoryEvent.RegistrationRestored.class)
                .add("d.refusal-restored", DirectoryEvent.RefusalRestored.class)
                .add("d.last-number-restored", DirectoryEvent.LastNumberRestored.class);
    }
}

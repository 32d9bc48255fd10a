package com.phonepay.payment.cluster;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.ContinueRegistration;
import com.phonepay.directory.EmailFound;
import com.phonepay.directory.LoginChallenge;
import com.phonepay.directory.Lookup;
import com.phonepay.directory.Register;
import com.phonepay.directory.Registered;
import com.phonepay.directory.Stage;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Account;
import com.phonepay.payment.Passwords;
import com.phonepay.payment.Registration;
import com.phonepay.payment.Reply;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;

/**
 * Registers people. An e-mail that is free is taken with a fresh hash; one whose registration was interrupted is
 * continued by whoever knows its password; one that has an account is taken.
 */
final class Enrolment {
    private static final Rejection EMAIL_TAKEN =
            Rejection.of("email_taken", Rejection.Kind.CONFLICT, "An account with this e-mail exists already.");
    private static final int GENERATED_ID_BYTES = 6;

    private final SecureRandom random = new SecureRandom();
    private final Asking asking;
    private final Slices slices;
    private final Passwords passwords;
    private final Recognition recognition;

    Enrolment(Asking asking, Slices slices, Passwords passwords, Recognition recognition) {
        this.asking = asking;
        this.slices = slices;
        this.passwords = passwords;
        this.recognition = recognition;
    }

    CompletionStage<Reply<Account>> register(Registration registration) {
        String email = Aliases.email(registration.email());
        return asking.ask(slices.directory(email), new Lookup(email)).thenCompose(answer -> {
            if (!(answer instanceof EmailFound found)) {
                return begin(email, registration);
            }
            boolean hasAccount = found.stage() == Stage.ACTIVE || found.stage() == Stage.ACTIVATING;
            return hasAccount ? Reply.refusedStage(EMAIL_TAKEN) : goOn(email, registration.password());
        });
    }

    private CompletionStage<Reply<Account>> begin(String email, Registration registration) {
        AccountId account = new AccountId(registration.userId().orElseGet(this::generatedId));
        return passwords
                .hash(registration.password())
                .thenCompose(hash -> end(
                        email, new Register(email, account, registration.name(), Aliases.vpa(Vpas.of(account)), hash)));
    }

    private CompletionStage<Reply<Account>> goOn(String email, String password) {
        return recognition
                .prove(email, password)
                .thenCompose(reply -> reply.fold(challenge -> proved(email, challenge), refused -> notProved(refused)));
    }

    private CompletionStage<Reply<Account>> proved(String email, LoginChallenge challenge) {
        return recognition
                .forgiven(email)
                .thenCompose(told -> end(email, new ContinueRegistration(email, challenge.passwordHash())));
    }

    /** Somebody else's registration is under way, and how it ends is none of this caller's business. */
    private static CompletionStage<Reply<Account>> notProved(Rejection refused) {
        return Reply.refusedStage(refused.kind() == Rejection.Kind.UNAVAILABLE ? refused : EMAIL_TAKEN);
    }

    private CompletionStage<Reply<Account>> end(String email, Message message) {
        return asking.ask(slices.directory(email), message)
                .handle((answer, fault) -> fault == null ? registered(answer) : Reply.refused(Answers.OUTCOME_UNKNOWN));
    }

    private static Reply<Account> registered(Answer answer) {
        return Answers.expect(
                answer, Registered.class, done -> new Account(done.account(), done.name(), Aliases.plain(done.vpa())));
    }

    private String generatedId() {
        byte[] bytes = new byte[GENERATED_ID_BYTES];
        random.nextBytes(bytes);
        return "u" + HexFormat.of().formatHex(bytes);
    }
}

package com.phonepay.payment.cluster;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.BeginLogin;
import com.phonepay.directory.ContinueRegistration;
import com.phonepay.directory.FinishLogin;
import com.phonepay.directory.LoginChallenge;
import com.phonepay.directory.Registered;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Account;
import com.phonepay.payment.Login;
import com.phonepay.payment.OverloadedException;
import com.phonepay.payment.Passwords;
import com.phonepay.payment.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds out whether somebody knows the password of an e-mail. The attempt is counted before the hash is told, so it is
 * asked for once only and never while no thread is free to check: nobody may be locked out by our own load.
 */
final class Recognition {
    private static final Rejection INVALID =
            Rejection.of("invalid_credentials", Rejection.Kind.FORBIDDEN, "The e-mail or the password is wrong.");
    private static final String UNKNOWN_EMAIL = "unknown_email";

    private final Asking asking;
    private final Slices slices;
    private final Passwords passwords;

    Recognition(Asking asking, Slices slices, Passwords passwords) {
        this.asking = asking;
        this.slices = slices;
        this.passwords = passwords;
    }

    CompletionStage<Reply<Login>> login(String email, String password) {
        return Reply.andThen(prove(email, password), challenge -> finished(email, challenge));
    }

    /** What the e-mail's slice says of somebody whose password was right; all else is refused in the same words. */
    CompletionStage<Reply<LoginChallenge>> prove(String email, String password) {
        if (passwords.isFull()) {
            return CompletableFuture.failedFuture(new OverloadedException("password checks"));
        }
        return asking.askOnce(slice(email), new BeginLogin(email)).thenCompose(answer -> check(answer, password));
    }

    private CompletionStage<Reply<LoginChallenge>> check(Answer answer, String password) {
        if (answer instanceof Rejection rejection) {
            return rejection.code().equals(UNKNOWN_EMAIL)
                    ? passwords.verifyNobody(password).thenApply(never -> Reply.refused(INVALID))
                    : Reply.refusedStage(rejection);
        }
        LoginChallenge challenge = (LoginChallenge) answer;
        return passwords
                .verify(password, challenge.passwordHash())
                .thenApply(right -> right ? Reply.given(challenge) : Reply.refused(INVALID));
    }

    private CompletionStage<Reply<Login>> finished(String email, LoginChallenge challenge) {
        Login login = new Login(account(challenge), challenge.roles());
        return Reply.andThen(active(email, challenge), done -> forgiven(email).thenApply(told -> Reply.given(login)));
    }

    /** A registration that still goes on is waited for: before its end there is no account to log in to. */
    private CompletionStage<Reply<Boolean>> active(String email, LoginChallenge challenge) {
        if (challenge.active()) {
            return CompletableFuture.completedFuture(Reply.given(true));
        }
        return asking.ask(slice(email), new ContinueRegistration(email, challenge.passwordHash()))
                .thenApply(answer -> Answers.expect(answer, Registered.class, registered -> true));
    }

    /** Clears the count of attempts. Whoever proved the password is let in even where that could not be written down. */
    CompletionStage<Boolean> forgiven(String email) {
        return asking.ask(slice(email), new FinishLogin(email, true)).handle((answer, fault) -> fault == null);
    }

    private SliceAddress slice(String email) {
        return slices.directory(email);
    }

    private static Account account(LoginChallenge challenge) {
        return new Account(challenge.account(), challenge.name(), Aliases.plain(challenge.vpa()));
    }
}

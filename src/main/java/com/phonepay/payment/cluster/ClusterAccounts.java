package com.phonepay.payment.cluster;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.Resolve;
import com.phonepay.directory.Resolved;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Account;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.Login;
import com.phonepay.payment.Passwords;
import com.phonepay.payment.Registration;
import com.phonepay.payment.Reply;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Registers, recognises and finds people by asking the directory. */
public final class ClusterAccounts implements Accounts {
    private static final int ALIASES_MAX = 100_000;

    private final Asking asking;
    private final Slices slices;
    private final Enrolment enrolment;
    private final Recognition recognition;
    private final KnownAliases known = new KnownAliases(ALIASES_MAX);

    public ClusterAccounts(Asking asking, Slices slices, Passwords passwords) {
        this.asking = asking;
        this.slices = slices;
        this.recognition = new Recognition(asking, slices, passwords);
        this.enrolment = new Enrolment(asking, slices, passwords, recognition);
    }

    @Override
    public CompletionStage<Reply<Account>> register(Registration registration) {
        return enrolment.register(registration);
    }

    @Override
    public CompletionStage<Reply<Login>> login(String email, String password) {
        return recognition.login(Aliases.email(email), password);
    }

    @Override
    public CompletionStage<Reply<Account>> resolve(String text) {
        String alias = alias(text.toLowerCase(Locale.ROOT));
        Account account = known.get(alias);
        return account == null ? ask(alias) : CompletableFuture.completedFuture(Reply.given(account));
    }

    private CompletionStage<Reply<Account>> ask(String alias) {
        return asking.ask(slices.directory(alias), new Resolve(alias))
                .thenApply(answer -> Answers.expect(answer, Resolved.class, found -> remembered(alias, found)));
    }

    private Account remembered(String alias, Resolved found) {
        Account account = new Account(found.account(), found.displayName(), Vpas.of(found.account()), found.owner());
        known.put(alias, account);
        return account;
    }

    /** An e-mail's domain has a dot, a VPA's handle has none, and a user id has no at-sign. */
    private static String alias(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return Aliases.id(new AccountId(text));
        }
        return text.indexOf('.', at) > 0 ? Aliases.email(text) : Aliases.vpa(text);
    }
}

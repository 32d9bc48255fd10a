package com.phonepay.payment.cluster;

import com.phonepay.directory.Acknowledged;
import com.phonepay.directory.Aliases;
import com.phonepay.directory.EndSession;
import com.phonepay.directory.OpenSession;
import com.phonepay.directory.QuerySessions;
import com.phonepay.directory.RotateSession;
import com.phonepay.directory.SessionView;
import com.phonepay.directory.SessionsView;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Reply;
import com.phonepay.payment.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Keeps sessions in the directory slice of the account's id. */
public final class ClusterSessions implements Sessions {
    /** A session that nobody uses for so long is over. */
    private static final Duration LIFE = Duration.ofDays(30);

    private final Asking asking;
    private final Slices slices;

    public ClusterSessions(Asking asking, Slices slices) {
        this.asking = asking;
        this.slices = slices;
    }

    @Override
    public CompletionStage<Reply<SessionView>> open(AccountId account, String id, Holder holder, String secretHash) {
        return view(
                account,
                new OpenSession(
                        account, id, holder.name(), holder.role(), holder.device(), secretHash, LIFE.toMillis()));
    }

    @Override
    public CompletionStage<Reply<SessionView>> rotate(AccountId account, String id, String secretHash, String newHash) {
        return view(account, new RotateSession(account, id, secretHash, newHash, LIFE.toMillis()));
    }

    private CompletionStage<Reply<SessionView>> view(AccountId account, Message message) {
        return asking.ask(slices.directory(Aliases.id(account)), message)
                .thenApply(answer -> Answers.expect(answer, SessionView.class, view -> view));
    }

    @Override
    public CompletionStage<Reply<Boolean>> end(AccountId account, String id) {
        return asking.ask(slices.directory(Aliases.id(account)), new EndSession(account, id))
                .thenApply(answer -> Answers.expect(answer, Acknowledged.class, done -> true));
    }

    @Override
    public CompletionStage<Reply<List<SessionView>>> of(AccountId account) {
        return asking.ask(slices.directory(Aliases.id(account)), new QuerySessions(account))
                .thenApply(answer -> Answers.expect(answer, SessionsView.class, SessionsView::sessions));
    }
}

package com.phonepay.directory;

import com.phonepay.directory.DirectoryEvent.SessionEnded;
import com.phonepay.directory.DirectoryEvent.SessionKept;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Opens, renews and ends sessions. The slice is that of the account's id, so one person's sessions are together. */
final class SessionDesk {
    private static final int PER_ACCOUNT_MAX = 20;

    Outcome open(DirectoryState state, OpenSession message, Caller caller, long now) {
        Session known = state.sessions().find(message.account(), message.id());
        if (known != null) {
            return reply(caller, SessionView.of(known));
        }
        Session session = new Session(
                message.account(),
                message.id(),
                message.name(),
                message.role(),
                message.device(),
                message.secretHash(),
                "",
                now,
                now,
                now + message.lifeMs());
        List<Event> events = new ArrayList<>(making(state, message, now));
        events.add(new SessionKept(session));
        return Outcome.of(events, List.of(Effect.reply(caller, SessionView.of(session))));
    }

    /** What is over goes, and the longest unused where there are too many. */
    private static List<Event> making(DirectoryState state, OpenSession message, long now) {
        List<Session> byAge =
                new ArrayList<>(state.sessions().of(message.account()).values().asJava());
        byAge.sort(Comparator.comparingLong(Session::lastUsedAt).thenComparing(Session::id));
        List<Event> ended = new ArrayList<>();
        for (Session session : byAge) {
            if (session.isOver(now) || byAge.size() - ended.size() >= PER_ACCOUNT_MAX) {
                ended.add(new SessionEnded(session.account(), session.id()));
            }
        }
        return ended;
    }

    Outcome rotate(DirectoryState state, RotateSession message, Caller caller, long now) {
        Session session = state.sessions().find(message.account(), message.id());
        if (session == null || session.isOver(now)) {
            return reply(caller, Refusals.INVALID_REFRESH_TOKEN);
        }
        if (session.secretHash().equals(message.newHash())
                && session.previousHash().equals(message.secretHash())) {
            return reply(caller, SessionView.of(session));
        }
        if (!session.secretHash().equals(message.secretHash())) {
            Event ended = new SessionEnded(session.account(), session.id());
            return Outcome.of(ended, Effect.reply(caller, Refusals.REFRESH_TOKEN_REUSED));
        }
        Session next = session.rotated(message.newHash(), now, now + message.lifeMs());
        return Outcome.of(new SessionKept(next), Effect.reply(caller, SessionView.of(next)));
    }

    Outcome end(DirectoryState state, EndSession message, Caller caller) {
        Answer done = new Acknowledged(message.id());
        return state.sessions().find(message.account(), message.id()) == null
                ? reply(caller, done)
                : Outcome.of(new SessionEnded(message.account(), message.id()), Effect.reply(caller, done));
    }

    Outcome query(DirectoryState state, QuerySessions message, Caller caller, long now) {
        List<SessionView> views = new ArrayList<>();
        for (Session session : state.sessions().of(message.account()).values()) {
            if (!session.isOver(now)) {
                views.add(SessionView.of(session));
            }
        }
        views.sort(Comparator.comparingLong(SessionView::lastUsedAt).reversed().thenComparing(SessionView::id));
        return reply(caller, new SessionsView(views));
    }

    private static Outcome reply(Caller caller, Answer answer) {
        return Outcome.effects(Effect.reply(caller, answer));
    }
}

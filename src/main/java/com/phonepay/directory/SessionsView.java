package com.phonepay.directory;

import com.phonepay.kernel.Answer;
import java.util.List;

/** The sessions of one account that go on, the last used first. */
public record SessionsView(List<SessionView> sessions) implements Answer {
    public SessionsView {
        sessions = List.copyOf(sessions);
    }
}

package com.phonepay.slice;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A world that only takes notes: the test itself answers, when it wants to. */
final class ManualPort implements Port<Integer> {
    final List<Row> rows = new ArrayList<>();
    final List<Long> tokens = new ArrayList<>();
    final List<Envelope> sent = new ArrayList<>();
    final List<Answer> replies = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    final List<Released<Integer>> snapshots = new ArrayList<>();
    long now = 1_000_000;
    long supersededBy;
    int alarms;
    int flushes;
    int ticks;

    @Nullable
    Integer activated;

    Row last() {
        return rows.get(rows.size() - 1);
    }

    long token() {
        return tokens.get(tokens.size() - 1);
    }

    @Override
    public long clock() {
        return now;
    }

    @Override
    public Recorded encode(Event event) {
        return new Recorded(event, new byte[10]);
    }

    @Override
    public void append(Row row) {
        rows.add(row);
    }

    @Override
    public void readEpoch(long token) {
        tokens.add(token);
    }

    @Override
    public void flushSoon() {
        flushes++;
    }

    @Override
    public void send(List<Envelope> envelopes) {
        sent.addAll(envelopes);
    }

    @Override
    public void reply(Caller caller, Answer answer) {
        replies.add(answer);
    }

    @Override
    public void alarm(Effect.Alarm alarm) {
        alarms++;
    }

    @Override
    public void activated(Released<Integer> released) {
        activated = released.state();
    }

    @Override
    public void released(Position position) {}

    @Override
    public void snapshot(Released<Integer> released) {
        snapshots.add(released);
    }

    @Override
    public void dropped(Envelope envelope, String why) {
        dropped.add(why);
    }

    @Override
    public void superseded(long byEpoch) {
        supersededBy = byEpoch;
    }
}

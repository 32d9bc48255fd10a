package com.phonepay.slice.akka;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.ArrayList;
import java.util.List;

/** The smallest machine that can be told, asked and made to speak: sums by key. */
final class Tally implements Machine<Map<String, Long>> {
    record Add(String key, long amount, String padding) implements Message {}

    record Ask(String key) implements Message {}

    /** Adds, and tells another slice about it many times. */
    record AddAndTell(String key, SliceAddress to, int times, String padding) implements Message {}

    record Told(String padding) implements Message {}

    record Added(String key, long amount, String padding) implements Event {}

    record Sum(String key, long total) implements Answer {}

    public static final class Names implements WireNames {
        @Override
        public void addTo(NameTable.Builder table) {
            table.add("add", Add.class)
                    .add("ask", Ask.class)
                    .add("add-and-tell", AddAndTell.class)
                    .add("told", Told.class)
                    .add("added", Added.class)
                    .add("sum", Sum.class);
        }
    }

    @Override
    public Map<String, Long> empty() {
        return HashMap.empty();
    }

    @Override
    public Outcome decide(Map<String, Long> state, Message message, Caller caller, Moment moment) {
        if (message instanceof Add add) {
            long total = state.getOrElse(add.key(), 0L) + add.amount();
            return Outcome.of(
                    new Added(add.key(), add.amount(), add.padding()), Effect.reply(caller, new Sum(add.key(), total)));
        } else if (message instanceof Ask ask) {
            return Outcome.effects(Effect.reply(caller, new Sum(ask.key(), state.getOrElse(ask.key(), 0L))));
        } else if (message instanceof AddAndTell tell) {
            List<Effect> effects = new ArrayList<>();
            for (int time = 0; time < tell.times(); time++) {
                effects.add(Effect.send(tell.to(), new Told(tell.padding())));
            }
            return Outcome.of(List.of(new Added(tell.key(), 1, "")), effects);
        }
        return Outcome.nothing();
    }

    @Override
    public Map<String, Long> apply(Map<String, Long> state, Event event) {
        Added added = (Added) event;
        return state.put(added.key(), state.getOrElse(added.key(), 0L) + added.amount());
    }

    @Override
    public Iterable<Event> snapshot(Map<String, Long> state) {
        return () -> state.iterator()
                .<Event>map(entry -> new Added(entry._1(), entry._2(), ""))
                .iterator();
    }
}

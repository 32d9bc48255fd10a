package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.WalletOpened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All directory slices, the wallets as far as registration needs them, and the messages between them, which stay on
 * their way until a test delivers, repeats or loses them. Time is turned by hand.
 */
final class DirectoryWorld {
    static final long START = 1_700_000_000_000L;
    static final long MESSAGE_LIFE_MS = 600_000;

    final Slices slices;
    final DirectoryMachine machine;
    final List<DirectoryState> states = new ArrayList<>();
    final List<List<Event>> journals = new ArrayList<>();
    final List<Parcel> onTheWay = new ArrayList<>();
    final Map<AccountId, Set<String>> wallets = new HashMap<>();
    final List<String> alarms = new ArrayList<>();
    long now = START;

    /** A message on its way between slices. */
    record Parcel(SliceAddress to, Message message, long sentAt) {}

    /** Somebody who waits, and what it was told. */
    static final class Asker implements Caller {
        final List<Answer> answers = new ArrayList<>();

        Answer answer() {
            Invariant.check(answers.size() == 1, "one answer, and not " + answers.size());
            return answers.get(0);
        }
    }

    DirectoryWorld(int count) {
        slices = new Slices(count);
        machine = new DirectoryMachine(slices, DirectorySettings.usual());
        for (int i = 0; i < count; i++) {
            states.add(machine.empty());
            journals.add(new ArrayList<>());
        }
    }

    Asker ask(String alias, Message message) {
        Asker asker = new Asker();
        handle(slices.directory(alias).number(), message, asker);
        return asker;
    }

    Asker register(Person person) {
        return ask(person.email(), person.register());
    }

    Answer resolve(String alias) {
        return ask(alias, new Resolve(alias)).answer();
    }

    Outcome handle(int slice, Message message, Caller caller) {
        Outcome outcome = record(slice, message, caller);
        outcome.effects().forEach(this::perform);
        return outcome;
    }

    /** Decides and records, and then dies before anything leaves. */
    Outcome record(int slice, Message message, Caller caller) {
        Outcome outcome = machine.decide(states.get(slice), message, caller, new Moment(now, address(slice)));
        for (Event event : outcome.events()) {
            states.set(slice, machine.apply(states.get(slice), event));
            if (!(event instanceof Note)) {
                journals.get(slice).add(event);
            }
        }
        return outcome;
    }

    static SliceAddress address(int slice) {
        return new SliceAddress(SliceType.DIRECTORY, slice);
    }

    void perform(Effect effect) {
        if (effect instanceof Effect.Reply reply && reply.to() instanceof Asker asker) {
            asker.answers.add(reply.answer());
        } else if (effect instanceof Effect.Send send) {
            onTheWay.add(new Parcel(send.to(), send.message(), now));
        } else if (effect instanceof Effect.Alarm alarm) {
            alarms.add(alarm.code());
        }
    }

    void deliver(Parcel parcel) {
        if (now - parcel.sentAt() > MESSAGE_LIFE_MS) {
            return;
        }
        if (parcel.to().type() == SliceType.DIRECTORY) {
            handle(parcel.to().number(), parcel.message(), Caller.NOBODY);
        } else if (parcel.message() instanceof OpenWallet open) {
            wallets.computeIfAbsent(open.account(), account -> new TreeSet<>()).add(open.replyToAlias());
            WalletOpened opened = new WalletOpened(open.account(), open.replyToAlias());
            onTheWay.add(new Parcel(slices.directory(open.replyToAlias()), opened, now));
        }
    }

    /** Delivers the next message of a kind, which must be on its way. */
    void deliver(Class<? extends Message> kind) {
        deliver(take(kind));
    }

    Parcel take(Class<? extends Message> kind) {
        Parcel parcel = onTheWay.stream()
                .filter(each -> kind.isInstance(each.message()))
                .findFirst()
                .orElseThrow();
        onTheWay.remove(parcel);
        return parcel;
    }

    void deliverAll() {
        while (!onTheWay.isEmpty()) {
            deliver(onTheWay.remove(0));
        }
    }

    void tick() {
        now += 20_000;
        for (int slice = 0; slice < states.size(); slice++) {
            handle(slice, new Tick(), Caller.NOBODY);
        }
    }

    /** Lets time pass and everything arrive until no registration is open. */
    void settle() {
        for (int round = 0; round < 50; round++) {
            deliverAll();
            tick();
        }
        deliverAll();
        Invariant.check(states.stream().allMatch(state -> state.open().isEmpty()), "every registration ends");
    }

    /** The owner is gone, and with it all that was only in memory. */
    void restartFromJournal(int slice) {
        states.set(slice, rebuilt(journals.get(slice)));
    }

    void restartFromSnapshot(int slice) {
        states.set(slice, rebuilt(machine.snapshot(states.get(slice))));
    }

    DirectoryState rebuilt(Iterable<Event> events) {
        DirectoryState state = machine.empty();
        for (Event event : events) {
            Invariant.check(!(event instanceof Note), "notes are never stored");
            state = machine.apply(state, event);
        }
        return state;
    }
}

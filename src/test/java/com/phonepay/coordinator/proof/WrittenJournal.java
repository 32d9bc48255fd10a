package com.phonepay.coordinator.proof;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.cluster.names.DirectoryNames;
import com.phonepay.payment.cluster.names.FraudNames;
import com.phonepay.payment.cluster.names.ProtocolNames;
import com.phonepay.payment.cluster.names.TransactionNames;
import com.phonepay.payment.cluster.names.WalletNames;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.RowFormat;
import com.phonepay.slice.wire.WireFormat;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The production machines of two slices each, driven in one thread; what they decide becomes rows in their stored form. */
final class WrittenJournal {
    static final Slices SLICES = new Slices(2);
    private static final long BEGIN = 1_780_000_000_000L;

    final WireFormat wire = new WireFormat(NameTable.of(List.of(
            new ProtocolNames(), new TransactionNames(), new WalletNames(), new FraudNames(), new DirectoryNames())));
    final RowFormat format = new RowFormat(wire);
    private final Map<SliceAddress, Owner<?>> owners = new LinkedHashMap<>();
    private final Deque<Effect.Send> messages = new ArrayDeque<>();
    private long now = BEGIN;

    WrittenJournal() {
        for (int number = 0; number < SLICES.count(); number++) {
            add(
                    new SliceAddress(SliceType.WALLETS, number),
                    new WalletMachine(SLICES, WalletRules.standard(Limits.load())));
            add(
                    new SliceAddress(SliceType.TRANSACTIONS, number),
                    new TransactionMachine(
                            SLICES, Deadlines.STANDARD, Limits.upi().paymentMax()));
        }
    }

    private <S> void add(SliceAddress slice, Machine<S> machine) {
        owners.put(slice, new Owner<>(slice, machine));
    }

    /** One slice's machine and its rows. */
    private final class Owner<S> {
        private final SliceAddress slice;
        private final Machine<S> machine;
        private final List<Row> rows = new ArrayList<>();
        private S state;

        Owner(SliceAddress slice, Machine<S> machine) {
            this.slice = slice;
            this.machine = machine;
            this.state = machine.empty();
        }

        void take(Message message) {
            Outcome outcome = machine.decide(state, message, Caller.NOBODY, new Moment(now++, slice));
            List<Recorded> facts = new ArrayList<>();
            for (Event event : outcome.events()) {
                state = machine.apply(state, event);
                if (!(event instanceof Note)) {
                    facts.add(wire.record(event));
                }
            }
            if (!facts.isEmpty()) {
                rows.add(row(facts));
            }
            outcome.effects().forEach(effect -> {
                if (effect instanceof Effect.Send send) {
                    messages.add(send);
                }
            });
        }

        private Row row(List<Recorded> facts) {
            Position last =
                    rows.isEmpty() ? Position.ORIGIN : rows.get(rows.size() - 1).position();
            return new Row(new Position(last.sequence() + 1, 1), last, now, "node-1", false, Map.of(), facts);
        }
    }

    WrittenJournal open(String... names) {
        for (String name : names) {
            AccountId account = new AccountId(name);
            deliver(SLICES.wallets(account), new OpenWallet(account, Money.ofRupees(1000), "id:" + name));
        }
        return this;
    }

    WrittenJournal recharge(String name, int rupees, String key) {
        AccountId account = new AccountId(name);
        deliver(SLICES.wallets(account), new Recharge("r-" + key, "f-" + key, account, Money.ofRupees(rupees)));
        return this;
    }

    TransactionId pay(String payer, String payee, int rupees, String key) {
        AccountId from = new AccountId(payer);
        TransactionId id = id(payer, key);
        Terms terms = new Terms(id, "f", from, new AccountId(payee), Money.ofRupees(rupees), "");
        deliver(SLICES.transactions(id), new Initiate(terms, 1, now + 60_000));
        return id;
    }

    static TransactionId id(String payer, String key) {
        return TransactionId.of(SLICES.of(payer), String.format("%032x", (payer + "/" + key).hashCode() & 0xffffffffL));
    }

    private void deliver(SliceAddress to, Message message) {
        send(to, message);
        while (!messages.isEmpty()) {
            Effect.Send next = messages.remove();
            if (next.message() instanceof Screen screen) {
                Vote yes = new Vote(
                        screen.terms().id(),
                        screen.terms().fingerprint(),
                        Role.FRAUD,
                        null,
                        new Verdict(0, false, List.of()));
                send(SLICES.transactions(screen.terms().id()), yes);
            } else {
                send(next.to(), next.message());
            }
        }
    }

    private void send(SliceAddress to, Message message) {
        Owner<?> owner = owners.get(to);
        if (owner != null) {
            owner.take(message);
        }
    }

    /** A copy of all rows, through their stored form. */
    Map<SliceAddress, List<Row>> rows() {
        Map<SliceAddress, List<Row>> rows = new LinkedHashMap<>();
        owners.forEach((slice, owner) -> rows.put(
                slice,
                new ArrayList<>(owner.rows.stream()
                        .map(row -> format.decode(format.encode(row)))
                        .toList())));
        return rows;
    }

    Recorded record(Event event) {
        return wire.record(event);
    }
}

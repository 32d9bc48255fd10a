package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Two slices of each type, the store, the network, clients and clocks. One step is one delivery, write, landing,
 * acknowledgement, check, crash, timer, client or tap action; chance decides which of those that are possible comes next.
 */
final class World {
    private static final long DAY_MS = 86_400_000L;
    private static final long BEGINNING = 1_767_225_600_000L;
    private static final int PAYERS_PER_SLICE = 2;

    private final SplittableRandom chance;
    private final Mix mix;
    private final Product product;
    private final Pool pool = new Pool();
    private final Tally tally = new Tally();
    private final Oracle oracle;
    private final Bank bank;
    private final Network network = new Network(this);
    private final List<SimulatedSlice<?>> slices = new ArrayList<>();
    private final List<Write<?>> keptBack = new ArrayList<>();
    private final Clients clients;
    private final Faults faults;
    private long now;
    private boolean faulty;
    private int storeDownFor;

    World(long seed, Mix mix, Product product) {
        this.chance = new SplittableRandom(seed);
        this.mix = mix;
        this.product = product;
        this.now = BEGINNING + chance.nextLong(DAY_MS);
        this.bank = new Bank(chance);
        this.oracle = new Oracle(tally, mix, bank);
        for (int number = 0; number < Product.SLICES.count(); number++) {
            add(SliceType.TRANSACTIONS, number, product.transactions());
            add(SliceType.WALLETS, number, new Watched(product.wallets(mix)));
            add(SliceType.FRAUD, number, product.fraud());
        }
        this.clients = new Clients(this, people());
        this.faults = new Faults(this);
    }

    private <S> void add(SliceType type, int number, Machine<S> machine) {
        slices.add(new SimulatedSlice<>(this, new SliceAddress(type, number), machine));
    }

    /** A few accounts in every slice. */
    private static List<AccountId> people() {
        List<AccountId> people = new ArrayList<>();
        int[] found = new int[Product.SLICES.count()];
        for (char name = 'a'; name <= 'z'; name++) {
            AccountId account = new AccountId("user-" + name);
            int slice = Product.SLICES.of(account.value());
            if (found[slice]++ < PAYERS_PER_SLICE) {
                people.add(account);
            }
        }
        return people;
    }

    /** Does one thing. */
    void step() {
        tally.step();
        now += chance.nextInt(5);
        int what = chance.nextInt(1000);
        if (faulty && what < mix.faultsPerThousand()) {
            faults.strike();
        } else if (faulty && what < mix.faultsPerThousand() + 25) {
            letSomethingGo();
        } else if (clients.isOpen() && what >= (pool.size() < 25 ? 920 : 980)) {
            clients.act();
        } else if (what >= 910 && what < 920 && pool.size() < 40) {
            passTime(chance.nextInt(2500));
        } else {
            next();
        }
        if (storeDownFor > 0) {
            storeDownFor--;
        }
        oracle.settle();
    }

    private void next() {
        @Nullable Pending pending = pool.draw(chance);
        if (pending == null) {
            passTime(chance.nextInt(2500));
        } else {
            pending.happen();
        }
    }

    private void letSomethingGo() {
        if (chance.nextInt(3) > 0) {
            network.letGo();
        } else if (!keptBack.isEmpty()) {
            keptBack.remove(chance.nextInt(keptBack.size())).arriveNow();
        }
    }

    /** Every node wakes every slice every now and then; sharding starts what runs nowhere. */
    void passTime(long ms) {
        now += ms;
        slices.forEach(SimulatedSlice::wake);
    }

    /** A fault that spoils what is just being done. */
    boolean strikes(Fault fault, int perThousand) {
        boolean struck = faulty && chance.nextInt(1000) < perThousand;
        if (struck) {
            tally.hit(fault);
        }
        return struck;
    }

    void faults(boolean on) {
        faulty = on;
    }

    /** Most clocks are right, some are seconds off, a few are minutes off; all far less than the life of a message. */
    long someSkew() {
        int kind = faulty ? chance.nextInt(10) : 0;
        if (kind < 6) {
            return 0;
        }
        long most = kind < 9 ? 5_000 : 120_000;
        return chance.nextLong(2 * most) - most;
    }

    /** How many steps something slow takes: mostly few, sometimes more than a whole payment needs. */
    int slowly() {
        return chance.nextInt(1 << (1 + chance.nextInt(12)));
    }

    void closeStore(int steps) {
        storeDownFor = steps;
    }

    boolean storeIsDown() {
        return storeDownFor > 0;
    }

    void keepBack(Write<?> write) {
        keptBack.add(write);
    }

    /** What is still under way arrives, or turns out to be lost. */
    void resolveEverything() {
        storeDownFor = 0;
        for (Write<?> write : keptBack) {
            if (chance.nextBoolean()) {
                write.arriveNow();
            }
        }
        keptBack.clear();
        network.letGoAll();
    }

    SimulatedSlice<?> slice(SliceAddress address) {
        for (SimulatedSlice<?> slice : slices) {
            if (slice.address().equals(address)) {
                return slice;
            }
        }
        throw new IllegalArgumentException("No slice " + address);
    }

    List<SimulatedSlice<?>> slices() {
        return slices;
    }

    SplittableRandom chance() {
        return chance;
    }

    Mix mix() {
        return mix;
    }

    Product product() {
        return product;
    }

    Pool pool() {
        return pool;
    }

    Tally tally() {
        return tally;
    }

    Oracle oracle() {
        return oracle;
    }

    Bank bank() {
        return bank;
    }

    Network network() {
        return network;
    }

    Clients clients() {
        return clients;
    }

    long now() {
        return now;
    }
}

package com.phonepay.simulation;

import com.phonepay.fraud.LearnBaseline;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.Terms;
import com.phonepay.slice.Envelope;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.QueryInDoubt;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.wallet.AccountStatus;
import com.phonepay.wallet.ChangeStatus;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.Recharge;
import java.util.ArrayList;
import java.util.List;

/** Everybody outside: people who pay, repeat themselves, repeat themselves wrongly, recharge, look, and operators. */
final class Clients {
    private static final int RECENT = 8;

    /** Recharges are remembered for a day, so a client does not repeat one after that. */
    private static final long REPEATED_FOR_MS = 2 * 3_600_000L;

    private final World world;
    private final List<AccountId> people;
    private final List<AccountId> guests = new ArrayList<>();
    private final Key[][] keys;
    private final List<Key> recent = new ArrayList<>();
    private final List<Recharge> recharges = new ArrayList<>();
    private long rechargedAt;
    private int guestNumber;
    private int rechargeNumber;
    private long analysed;
    private boolean open;
    private final Shops shops;

    Clients(World world, List<AccountId> people) {
        this.world = world;
        this.people = people;
        this.keys = new Key[people.size()][world.mix().keysPerPayer()];
        this.shops = new Shops(world, this::ask);
        newGuest();
    }

    Shops shops() {
        return shops;
    }

    boolean isOpen() {
        return open;
    }

    void open(boolean doors) {
        open = doors;
    }

    /** Opens the wallets and fills them; repeated until everything is there. */
    void settleIn() {
        for (AccountId account : people) {
            if (!world.oracle().ledger().knows(account)) {
                ask(Product.SLICES.wallets(account), new OpenWallet(account, Money.ofRupees(10), account.value()));
            }
        }
        shops.settleIn(people.get(0));
        AccountId blocked = new AccountId(Product.BLOCKED);
        ask(Product.SLICES.wallets(blocked), new OpenWallet(blocked, Money.ZERO, blocked.value()));
    }

    boolean areSettled() {
        return people.stream().allMatch(account -> world.oracle().ledger().knows(account)) && shops.areSettled();
    }

    void act() {
        int what = below(122);
        if (what < 42) {
            pay();
        } else if (what < 62) {
            again();
        } else if (what < 67) {
            wrongly();
        } else if (what < 77) {
            look();
        } else if (what < 87) {
            recharge();
        } else if (what < 92) {
            rechargeAgain();
        } else if (what < 97) {
            operate();
        } else if (what < 100) {
            inspect();
        } else if (what < 120) {
            shops.act();
        } else {
            teach();
        }
    }

    /** The analysis of all payments tells what is usual for a payer; now and then it tells what it told long ago. */
    private void teach() {
        long payments = below(3) == 0 ? 1L + below(5) : ++analysed;
        AccountId payer = people.get(below(people.size()));
        ask(Product.SLICES.fraud(payer), new LearnBaseline(payer, Money.ofRupees(1L + below(4)), payments));
    }

    private void pay() {
        int payer = below(people.size());
        int number = below(keys[payer].length);
        if (keys[payer][number] == null) {
            keys[payer][number] = new Key(people.get(payer), payee(people.get(payer)), anybody(), 1 + below(6), number);
        }
        Key key = keys[payer][number];
        if (recent.size() == RECENT) {
            recent.remove(0);
        }
        recent.add(key);
        shops.paid(key);
        initiate(key, key.terms(), 1);
    }

    /** Mostly somebody else; now and then oneself, which must be refused. */
    private AccountId payee(AccountId payer) {
        AccountId payee = anybody();
        return payee.equals(payer) && below(4) > 0 ? anybody() : payee;
    }

    private AccountId anybody() {
        int who = below(20);
        if (who == 0) {
            return new AccountId(Product.BLOCKED);
        }
        if (who >= 14) {
            return shops.any();
        }
        return who < 4 ? guests.get(below(guests.size())) : people.get(below(people.size()));
    }

    private void again() {
        if (!recent.isEmpty()) {
            Key key = recent.get(below(recent.size()));
            initiate(key, key.terms(), 1 + below(2));
        }
    }

    private void wrongly() {
        if (!recent.isEmpty()) {
            Key key = recent.get(below(recent.size()));
            initiate(key, key.other(), 1);
        }
    }

    private void initiate(Key key, Terms terms, int attempt) {
        if (key.mayBeUsed(world.now())) {
            long expiresAt = world.now() + 10_000 + below(30_000);
            ask(Product.SLICES.transactions(terms.id()), new Initiate(terms, attempt, expiresAt));
        }
    }

    private void look() {
        if (!recent.isEmpty()) {
            TransactionId id = recent.get(below(recent.size())).id();
            ask(Product.SLICES.transactions(id), new QueryTransaction(id));
        }
    }

    private void recharge() {
        AccountId account = people.get(below(people.size()));
        Recharge recharge = new Recharge("recharge-" + ++rechargeNumber, "a", account, Money.ofRupees(2L + below(7)));
        if (recharges.size() == RECENT || world.now() - rechargedAt > REPEATED_FOR_MS) {
            recharges.clear();
        }
        recharges.add(recharge);
        rechargedAt = world.now();
        ask(Product.SLICES.wallets(account), recharge);
    }

    private void rechargeAgain() {
        if (!recharges.isEmpty() && world.now() - rechargedAt < REPEATED_FOR_MS) {
            Recharge recharge = recharges.get(below(recharges.size()));
            boolean wrongly = below(4) == 0;
            Recharge repeated =
                    wrongly ? new Recharge(recharge.entryId(), "b", recharge.account(), Money.ofRupees(1)) : recharge;
            ask(Product.SLICES.wallets(recharge.account()), repeated);
        }
    }

    /** Accounts are frozen and thawed; guests are closed, and others take their place. */
    private void operate() {
        if (below(3) > 0) {
            AccountId account = people.get(below(people.size()));
            boolean freeze = below(5) == 0;
            AccountStatus status = freeze ? AccountStatus.FROZEN : AccountStatus.ACTIVE;
            ask(Product.SLICES.wallets(account), new ChangeStatus(account, status, "drill"));
            return;
        }
        AccountId guest = guests.get(below(guests.size()));
        ask(Product.SLICES.wallets(guest), new ChangeStatus(guest, AccountStatus.CLOSED, "drill"));
        if (guests.size() < 6) {
            newGuest();
        }
    }

    private void newGuest() {
        AccountId guest = new AccountId("guest-" + ++guestNumber);
        guests.add(guest);
    }

    /** An operator's look; also opens the guests' wallets, whose first opening may have been lost. */
    private void inspect() {
        AccountId account = anybody();
        ask(Product.SLICES.wallets(account), new QueryBalance(account));
        AccountId guest = guests.get(guests.size() - 1);
        ask(Product.SLICES.wallets(guest), new OpenWallet(guest, Money.ZERO, guest.value()));
        ask(Product.SLICES.transactions(new TransactionId("T0000")), new QueryInDoubt(5));
    }

    /** Somebody who is not the coordinator sends a capture: for an unknown id, or with another amount. */
    boolean forgeCapture() {
        if (!open) {
            return false;
        }
        AccountId payer = people.get(below(people.size()));
        Key key = new Key(payer, anybody(), anybody(), 1, 1_000_000 + below(1000));
        Terms terms = key.terms();
        if (!recent.isEmpty() && below(2) == 0) {
            Terms known = recent.get(below(recent.size())).terms();
            terms = new Terms(
                    known.id(),
                    known.fingerprint(),
                    known.payer(),
                    known.payee(),
                    known.amount().plus(Money.ofRupees(1)),
                    known.note());
        }
        world.oracle().forged(terms.id());
        world.tally().hit(MatrixRow.R21_CAPTURE_WITHOUT_HOLD_OR_OTHER_AMOUNT);
        ask(Product.SLICES.wallets(terms.payer()), new Capture(terms));
        return true;
    }

    private void ask(SliceAddress to, Message message) {
        Envelope envelope = new Envelope(to, null, world.now(), message);
        if (world.strikes(Fault.MESSAGE_LOST, 25)) {
            return;
        }
        world.network().carry(envelope, new Asked(message, world.now()));
        if (world.strikes(Fault.MESSAGE_DOUBLED, 40)) {
            world.network().copy(envelope, new Asked(message, world.now()));
        }
    }

    void told(Asked asked, Answer answer) {
        world.tally().count("told " + Spoken.kind(answer));
        shops.told(answer, !open);
    }

    private int below(int bound) {
        return world.chance().nextInt(bound);
    }
}

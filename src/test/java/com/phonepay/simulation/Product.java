package com.phonepay.simulation;

import com.phonepay.fraud.FraudMachine;
import com.phonepay.fraud.FraudSettings;
import com.phonepay.fraud.FraudState;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Chain;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.ReleasedRows;
import com.phonepay.slice.Row;
import com.phonepay.slice.SliceCore;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.transaction.TransactionsState;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.phonepay.wallet.WalletState;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The code under test, piece by piece. A planted bug replaces one of the pieces and nothing else. */
class Product {
    static final Slices SLICES = new Slices(2);
    static final long REFUND_PERIOD_MS = 5 * 86_400_000L / 2;
    static final String BLOCKED = "mallory";

    /** Small ones, so that a few payments reach them. */
    static final Limits TIGHT = new Limits(
            Money.ofRupees(50), Money.ofRupees(12), 4, Money.ofRupees(30), Money.ofRupees(100), Money.ofRupees(200));

    private static final FraudSettings FRAUD = new FraudSettings(
            Money.ofRupees(4),
            2,
            Money.ofRupees(3),
            10,
            100,
            Money.ofRupees(40),
            Money.ofRupees(100),
            Money.ofRupees(3),
            Money.ofRupees(3),
            3_600_000,
            Set.of(BLOCKED));

    Machine<TransactionsState> transactions() {
        return new TransactionMachine(
                SLICES,
                Deadlines.STANDARD.withRefundPeriod(REFUND_PERIOD_MS),
                Limits.upi().paymentMax());
    }

    Machine<WalletState> wallets(Mix mix) {
        return new WalletMachine(SLICES, WalletRules.standard(mix.hasDays() ? TIGHT : Limits.load()));
    }

    Machine<FraudState> fraud() {
        return new FraudMachine(SLICES, FRAUD);
    }

    Bounds bounds() {
        return new Bounds(60, 8, 1024, 600_000, 12, 1L << 20);
    }

    <S> SliceCore<S> core(SliceAddress address, long epoch, Machine<S> machine, Port<S> port) {
        return new SliceCore<>(address, epoch, "simulated", machine, port, bounds());
    }

    /** What recovery makes of a snapshot and the rows behind it. */
    <S> Recovered<S> recover(Machine<S> machine, Released<S> base, List<Row> rows) {
        Chain<S> chain = new Chain<>(machine, base);
        rows.forEach(chain::offer);
        return chain.end();
    }

    /** What a tap publishes between its position and one that was announced. */
    List<Row> between(Position from, Position to, Collection<Row> rows) {
        return ReleasedRows.between(from, to, rows);
    }

    /** False for an owner who believes that an epoch is his because he reads his number. */
    boolean burnsUnknownEpochs() {
        return true;
    }

    /** False for an owner who reads the journal first and takes his epoch then. */
    boolean takesEpochFirst() {
        return true;
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.LeakyCores;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.SliceCore;
import com.phonepay.transaction.TransactionsState;
import java.util.Collection;
import java.util.List;

/** The product with one rule of the host or of forgetting broken each. */
final class BrokenFences {
    private BrokenFences() {}

    static final class NoEpochCheck extends Product {
        @Override
        <S> SliceCore<S> core(SliceAddress address, long epoch, Machine<S> machine, Port<S> port) {
            return LeakyCores.withoutEpochCheck(address, epoch, machine, port, bounds());
        }
    }

    static final class HigherEpochPerNumber extends Product {
        @Override
        <S> Recovered<S> recover(Machine<S> machine, Released<S> base, List<Row> rows) {
            return BrokenReaders.higherEpochPerNumber(machine, base, rows);
        }
    }

    static final class NoActivationRow extends Product {
        @Override
        <S> SliceCore<S> core(SliceAddress address, long epoch, Machine<S> machine, Port<S> port) {
            return LeakyCores.withoutActivationRow(address, epoch, machine, port, bounds());
        }
    }

    static final class HastySnapshots extends Product {
        @Override
        <S> SliceCore<S> core(SliceAddress address, long epoch, Machine<S> machine, Port<S> port) {
            return LeakyCores.withHastySnapshots(address, epoch, machine, port, bounds());
        }
    }

    static final class HastyAnswers extends Product {
        @Override
        <S> SliceCore<S> core(SliceAddress address, long epoch, Machine<S> machine, Port<S> port) {
            return LeakyCores.withHastyAnswers(address, epoch, machine, port, bounds());
        }
    }

    static final class TapByNumber extends Product {
        @Override
        List<Row> between(Position from, Position to, Collection<Row> rows) {
            return BrokenReaders.oneRowPerNumber(rows);
        }
    }

    static final class EpochByItsNumber extends Product {
        @Override
        boolean burnsUnknownEpochs() {
            return false;
        }
    }

    static final class JournalFirst extends Product {
        @Override
        boolean takesEpochFirst() {
            return false;
        }
    }

    static final class EternalMessages extends Product {
        @Override
        Bounds bounds() {
            Bounds usual = super.bounds();
            return new Bounds(
                    usual.bufferMax(),
                    usual.batchCommandsMax(),
                    usual.batchBytesMax(),
                    Long.MAX_VALUE / 4,
                    usual.snapshotEveryRows(),
                    usual.snapshotEveryBytes());
        }
    }

    static final class ForgettingAtOnce extends Product {
        @Override
        Machine<TransactionsState> transactions() {
            return BrokenCoordinators.forgettingAtOnce();
        }
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.SliceType;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Vote;
import com.phonepay.slice.Envelope;
import java.util.ArrayList;
import java.util.List;

/** Carries messages: in any order, twice, late, a day later, or not at all. */
final class Network {
    private final World world;
    private final List<Envelope> keptBack = new ArrayList<>();

    Network(World world) {
        this.world = world;
    }

    void send(Envelope envelope) {
        if (envelope.to().type() == SliceType.DIRECTORY) {
            return;
        }
        if (world.strikes(Fault.MESSAGE_LOST, 25)) {
            lost(envelope);
            return;
        }
        carry(envelope, Caller.NOBODY);
        if (world.strikes(Fault.MESSAGE_DOUBLED, 25)) {
            world.tally().hit(MatrixRow.R19_MESSAGE_DUPLICATED);
            copy(envelope, Caller.NOBODY);
        }
    }

    private void lost(Envelope envelope) {
        world.tally().hit(MatrixRow.R18_MESSAGE_LOST);
        world.tally().count("lost " + envelope.message().getClass().getSimpleName());
        if (envelope.message() instanceof Vote vote && vote.voter() == Role.PAYER && vote.isYes()) {
            world.tally().hit(MatrixRow.R11_VOTE_LOST_AFTER_THE_HOLD);
        }
        if (world.chance().nextInt(3) == 0) {
            keepBack(envelope);
        }
    }

    private void keepBack(Envelope envelope) {
        world.tally().hit(Fault.MESSAGE_KEPT_BACK);
        keptBack.add(envelope);
    }

    /** A copy that arrives now, or when something that was kept back is let go. */
    void copy(Envelope envelope, Caller caller) {
        if (world.chance().nextBoolean()) {
            carry(envelope, caller);
        } else {
            keepBack(envelope);
        }
    }

    void carry(Envelope envelope, Caller caller) {
        world.pool().add(() -> arrive(envelope, caller));
    }

    private void arrive(Envelope envelope, Caller caller) {
        SimulatedSlice<?> slice = world.slice(envelope.to());
        Incarnation<?> receiver = slice.receiver();
        if (receiver == null) {
            return;
        }
        if (receiver.isPaused()) {
            world.pool().add(receiver.when(() -> arriveAt(receiver, envelope, caller)));
        } else {
            arriveAt(receiver, envelope, caller);
        }
    }

    private void arriveAt(Incarnation<?> receiver, Envelope envelope, Caller caller) {
        world.oracle().arriving(envelope);
        receiver.deliver(envelope, caller);
    }

    /** One message that was kept back goes on its way again, however old it is by now. */
    void letGo() {
        if (!keptBack.isEmpty()) {
            int index = world.chance().nextInt(keptBack.size());
            carry(keptBack.get(index), Caller.NOBODY);
            keptBack.set(index, keptBack.get(keptBack.size() - 1));
            keptBack.remove(keptBack.size() - 1);
        }
    }

    void letGoAll() {
        keptBack.forEach(envelope -> carry(envelope, Caller.NOBODY));
        keptBack.clear();
    }
}

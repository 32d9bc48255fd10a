package com.phonepay.transaction;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import org.jspecify.annotations.Nullable;

/** What can happen in a transactions slice. Times are slice time, milliseconds since 1970. */
public sealed interface TransactionEvent extends Event {
    TransactionId id();

    /** For a refund this is the reservation on the original, which its ABORT gives back. */
    record Initiated(Terms terms, long at, long resolveBy) implements TransactionEvent {
        @Override
        public TransactionId id() {
            return terms.id();
        }
    }

    /** Before this is durable a crash aborts, after it a crash carries out. */
    record Decided(TransactionId id, Decision decision) implements TransactionEvent {}

    /** A wallet asked about an id that nobody knew here: it is aborted, and stays so. */
    record PresumedAborted(Terms terms, Decision decision) implements TransactionEvent {
        @Override
        public TransactionId id() {
            return terms.id();
        }
    }

    /**
     * Capture and credit, or release, are acknowledged: the transaction has ended.
     *
     * @param merchant true where a merchant was paid; absent in rows from before there were any
     */
    record Completed(TransactionId id, long at, @Nullable Boolean merchant) implements TransactionEvent {
        public Completed(TransactionId id, long at) {
            this(id, at, null);
        }
    }

    /** Both wallets have forgotten it durably. */
    record ForgetConfirmed(TransactionId id, long at) implements TransactionEvent {}

    /** The key may be used again. */
    record TransactionForgotten(TransactionId id) implements TransactionEvent {}

    /**
     * One transaction out of a snapshot.
     *
     * @param refunded given back of a payment to a merchant; absent for all others
     * @param pending reserved by its undecided refunds
     */
    record TransactionRestored(
            Terms terms,
            long initiatedAt,
            long resolveBy,
            @Nullable Decision decision,
            long endedAt,
            long forgottenAt,
            @Nullable Money refunded,
            @Nullable Money pending)
            implements TransactionEvent {
        @Override
        public TransactionId id() {
            return terms.id();
        }
    }

    /** How many UTRs this slice has given out. The id is there for form's sake. */
    record UtrCounterRestored(long count) implements TransactionEvent {
        @Override
        public TransactionId id() {
            return new TransactionId("");
        }
    }

    record Voted(TransactionId id, Vote vote) implements TransactionEvent, Note {}

    record Acknowledged(TransactionId id, Applied.Step step, boolean toMerchant) implements TransactionEvent, Note {}

    record ForgetAcknowledged(TransactionId id, Role role) implements TransactionEvent, Note {}

    record Asked(TransactionId id, long at) implements TransactionEvent, Note {}

    record CallerJoined(TransactionId id, Caller caller, boolean replayed) implements TransactionEvent, Note {}

    record CallersAnswered(TransactionId id) implements TransactionEvent, Note {}
}

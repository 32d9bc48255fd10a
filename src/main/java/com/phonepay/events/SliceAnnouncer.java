package com.phonepay.events;

import com.phonepay.directory.DirectoryEvent;
import com.phonepay.fraud.Attempt;
import com.phonepay.fraud.FraudEvent;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.protocol.Verdict;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the released rows of one slice, in order, into the events that are published. A journal event makes at most one
 * of each topic.
 * The same rows always make the same events, whoever reads them and from wherever he begins, provided that he begins
 * at or before the position that {@link #since} named.
 */
public final class SliceAnnouncer {
    private final SliceAddress slice;
    private final OpenPayments payments = new OpenPayments();
    private final OpenWindows windows = new OpenWindows();
    private final OpenRegistrations registrations = new OpenRegistrations();

    public SliceAnnouncer(SliceAddress slice) {
        this.slice = slice;
    }

    /** The public events of the next row, in order. */
    public List<CommittedEvent> announce(Row row) {
        List<CommittedEvent> events = new ArrayList<>();
        for (int index = 0; index < row.events().size(); index++) {
            EventId id = new EventId(slice, row.position().sequence(), index);
            told(row.events().get(index).event(), row)
                    .forEach(told -> events.add(new CommittedEvent(
                            id, row.position().epoch(), told.topic(), told.key(), row.at(), told.payload())));
        }
        return events;
    }

    /** Learns from a row that was announced before, for a fresh announcer that begins where another one stopped. */
    public void remember(Row row) {
        for (Recorded recorded : row.events()) {
            if (recorded.event() instanceof TransactionEvent ofTransaction) {
                payments.remember(ofTransaction, row.predecessor());
            } else {
                var unused = told(recorded.event(), row);
            }
        }
    }

    /**
     * From where a fresh announcer has to begin to continue after the given position, which must be that of the last
     * row announced.
     */
    public Position since(Position last) {
        return payments.oldest().or(registrations::oldest).or(windows::oldest).orElse(last);
    }

    private record Told(Topic topic, String key, Payload payload) {}

    private List<Told> told(Event event, Row row) {
        if (event instanceof TransactionEvent ofTransaction) {
            return payments.note(ofTransaction, row.predecessor()).map(SliceAnnouncer::told).stream()
                    .toList();
        } else if (event instanceof WalletEvent ofWallet) {
            return told(ofWallet, row);
        } else if (event instanceof FraudEvent.AttemptScreened screened) {
            AttemptWasScreened attempt = screened(screened);
            return List.of(new Told(Topic.FRAUD_SCREENED, attempt.payerId(), attempt));
        } else if (event instanceof DirectoryEvent ofDirectory) {
            return registrations
                    .note(ofDirectory, row.predecessor())
                    .map(account -> new Told(Topic.ACCOUNT_PROFILES, account.accountId(), account))
                    .stream()
                    .toList();
        }
        return List.of();
    }

    private List<Told> told(WalletEvent event, Row row) {
        List<Told> told = new ArrayList<>();
        if (event instanceof WalletEvent.Moving moving) {
            LedgerPosted posted = Postings.of(moving);
            told.add(new Told(Topic.WALLET_LEDGER, posted.accountId(), posted));
        }
        windows.note(event, row.predecessor())
                .ifPresent(batch -> told.add(new Told(Topic.SETTLEMENT_BATCHES, batch.merchantId(), batch)));
        return told;
    }

    private static Told told(PaymentEnded ended) {
        boolean moved = ended.status() == PaymentEnded.Status.SUCCESS;
        return new Told(moved ? Topic.PAYMENT_COMPLETED : Topic.PAYMENT_FAILED, ended.transactionId(), ended);
    }

    private static AttemptWasScreened screened(FraudEvent.AttemptScreened event) {
        Attempt attempt = event.attempt();
        Verdict verdict = attempt.verdict();
        return new AttemptWasScreened(
                attempt.id().value(),
                event.account().value(),
                attempt.payee().value(),
                attempt.amount(),
                verdict.score(),
                verdict.blocked(),
                verdict.reasons(),
                attempt.at());
    }
}

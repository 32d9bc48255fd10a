package com.phonepay.events;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.WalletEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Journal rows for tests: a chain of one owner, sequence numbers from 1. */
public final class Rows {
    public static final long NOON = 1_777_629_600_000L;

    private Rows() {}

    public static Row row(long sequence, Event... events) {
        return new Row(
                new Position(sequence, 4),
                sequence == 1 ? Position.ORIGIN : new Position(sequence - 1, 4),
                NOON + sequence,
                "node-1",
                false,
                Map.of(),
                Arrays.stream(events)
                        .map(event -> new Recorded(event, new byte[0]))
                        .toList());
    }

    public static Terms terms(int number) {
        TransactionId id = TransactionId.of(3, String.format("%032x", number));
        return new Terms(id, "f", new AccountId("asha"), new AccountId("ravi"), Money.ofPaise(1_050 + number), "lunch");
    }

    public static TransactionEvent initiated(Terms terms) {
        return new TransactionEvent.Initiated(terms, NOON, NOON + 30_000);
    }

    public static TransactionEvent committed(Terms terms) {
        Verdict verdict = new Verdict(0.1, false, List.of());
        return new TransactionEvent.Decided(terms.id(), new Decision(true, null, verdict, "003000000001", NOON + 50));
    }

    public static TransactionEvent aborted(Terms terms, String code) {
        Rejection refusal = Rejection.of(code, Rejection.Kind.DECLINED, "No.");
        Verdict verdict = new Verdict(0.9, code.equals("fraud"), List.of("The amount is large"));
        return new TransactionEvent.Decided(terms.id(), new Decision(false, refusal, verdict, null, NOON + 50));
    }

    public static TransactionEvent completed(Terms terms) {
        return new TransactionEvent.Completed(terms.id(), NOON + 90);
    }

    public static WalletEvent credited(Terms terms, long balance, long version) {
        return new WalletEvent.Credited(terms, false, NOON, new Standing(Money.ofPaise(balance), version));
    }
}

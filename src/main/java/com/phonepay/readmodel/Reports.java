package com.phonepay.readmodel;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.wallet.Entry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Sums over a time, from its first millisecond to the one after its last. Fails with {@link UnavailableException}. */
public interface Reports {
    /** What came in and went out of one account. */
    CompletionStage<Summary> of(AccountId account, long from, long to);

    /** How the transactions of everybody ended. */
    CompletionStage<List<Outcomes>> ofEverybody(long from, long to);

    /** Lines of one group and direction. */
    record Sum(String group, Entry.Type type, long count, Money amount) {}

    /** The same lines, grouped in three ways. Days are Asia/Kolkata's. */
    record Summary(List<Sum> byKind, List<Sum> byDay, List<Sum> byCounterparty) {}

    /** Transactions that ended on one day with one status. */
    record Outcomes(String day, String status, long count, Money amount) {}
}

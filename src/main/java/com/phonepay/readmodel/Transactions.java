package com.phonepay.readmodel;

import java.util.concurrent.CompletionStage;

/** Transactions that have ended, newest first. Fails with {@link UnavailableException}. May be some seconds behind. */
public interface Transactions {
    CompletionStage<Page<TransactionLine>> find(TransactionQuery query);
}

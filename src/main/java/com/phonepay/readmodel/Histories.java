package com.phonepay.readmodel;

import java.util.concurrent.CompletionStage;

/** What happened to an account, newest first. Fails with {@link UnavailableException}. May be some seconds behind. */
public interface Histories {
    CompletionStage<Page<HistoryLine>> of(HistoryQuery query);
}

package com.phonepay.transaction;

import com.phonepay.kernel.Answer;

/** The final state of an initiated transaction; replayed where the id was known before this request. */
public record InitiateAnswer(TransactionView view, boolean replayed) implements Answer {}

package com.phonepay.transaction;

import com.phonepay.kernel.Answer;
import java.util.List;

/** At most the asked number of open transactions, and how many there are in all. */
public record InDoubtAnswer(int total, List<TransactionView> oldest) implements Answer {}

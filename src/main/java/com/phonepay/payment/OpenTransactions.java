package com.phonepay.payment;

import com.phonepay.transaction.TransactionView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The transactions that have not ended. */
public interface OpenTransactions {
    /**
     * The oldest of every slice, oldest first.
     *
     * @param each how many of each slice at most
     */
    CompletionStage<Found> oldest(int each);

    /** What was found.
     *
     * @param total how many there are in the slices that answered
     * @param silent slices that did not answer, so theirs are missing
     */
    record Found(List<TransactionView> views, int total, List<String> silent) {}
}

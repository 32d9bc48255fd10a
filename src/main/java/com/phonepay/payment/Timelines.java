package com.phonepay.payment;

import com.phonepay.kernel.TransactionId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The two-phase commit of one payment as it was written down. */
public interface Timelines {
    /** Every durable step so far, in order of time; empty where none is indexed yet. Read from an index of the journal. */
    CompletionStage<List<TimelineStep>> of(TransactionId id);
}

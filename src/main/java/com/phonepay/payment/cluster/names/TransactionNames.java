package com.phonepay.payment.cluster.names;

import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;
import com.phonepay.transaction.InDoubtAnswer;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.QueryInDoubt;
import com.phonepay.transaction.QueryRefunds;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.RefundsView;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.transaction.TransactionView;

/** What a transaction slice is asked, answers and records. */
public final class TransactionNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("initiate", Initiate.class)
                .add("initiate-answer", InitiateAnswer.class)
                .add("query-transaction", QueryTransaction.class)
                .add("transaction-view", TransactionView.class)
                .add("initiate-refund", InitiateRefund.class)
                .add("query-refunds", QueryRefunds.class)
                .add("refunds-view", RefundsView.class)
                .add("query-in-doubt", QueryInDoubt.class)
                .add("in-doubt-answer", InDoubtAnswer.class);
        table.add("t.initiated", TransactionEvent.Initiated.class)
                .add("t.decided", TransactionEvent.Decided.class)
                .add("t.presumed-aborted", TransactionEvent.PresumedAborted.class)
                .add("t.completed", TransactionEvent.Completed.class)
                .add("t.forget-confirmed", TransactionEvent.ForgetConfirmed.class)
                .add("t.forgotten", TransactionEvent.TransactionForgotten.class)
                .add("t.restored", TransactionEvent.TransactionRestored.class)
                .add("t.utr-counter-restored", TransactionEvent.UtrCounterRestored.class);
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.TransactionView;

/** Answers in a word, for counting. */
final class Spoken {
    private Spoken() {}

    static String kind(Answer answer) {
        if (answer instanceof Rejection rejection) {
            return rejection.code();
        } else if (answer instanceof InitiateAnswer initiated) {
            return initiated.view().status().name();
        } else if (answer instanceof TransactionView view) {
            return "status " + view.status();
        }
        return answer.getClass().getSimpleName();
    }
}

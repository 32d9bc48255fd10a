package com.phonepay.transaction;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepare: asks the payer's wallet, the payee's wallet and the fraud screen. The questions leave at once, while the
 * initiation is still being written: a hold that nobody remembers is freed by the wallet's inquiry. Those of a refund
 * wait: its initiation is the reservation on the original, which must be there before the merchant's hold.
 */
final class FirstPhase {
    private final Slices slices;

    FirstPhase(Slices slices) {
        this.slices = slices;
    }

    List<Effect> askAll(Terms terms) {
        return List.of(screen(terms, 1), hold(terms, 1), canReceive(terms, 1));
    }

    List<Effect> askMissing(Transaction transaction) {
        Terms terms = transaction.terms();
        int attempt = transaction.chat().attempt() + 1;
        List<Effect> questions = new ArrayList<>();
        if (transaction.chat().verdict() == null) {
            questions.add(screen(terms, attempt));
        }
        if (!transaction.chat().payerYes()) {
            questions.add(hold(terms, attempt));
        }
        if (!transaction.chat().payeeYes()) {
            questions.add(canReceive(terms, attempt));
        }
        return questions;
    }

    /** Who did not answer by the deadline. */
    Rejection missing(Transaction transaction) {
        if (transaction.chat().verdict() == null) {
            return TransactionRejections.FRAUD_UNAVAILABLE;
        }
        return transaction.chat().payeeYes()
                ? TransactionRejections.PAYER_UNAVAILABLE
                : TransactionRejections.PAYEE_UNAVAILABLE;
    }

    private Effect screen(Terms terms, int attempt) {
        return ask(terms, slices.fraud(terms.payer()), new Screen(terms, attempt));
    }

    private Effect hold(Terms terms, int attempt) {
        return ask(terms, slices.wallets(terms.payer()), new Hold(terms, attempt));
    }

    private Effect canReceive(Terms terms, int attempt) {
        return ask(terms, slices.wallets(terms.payee()), new CanReceive(terms, attempt));
    }

    private static Effect ask(Terms terms, SliceAddress to, Message question) {
        return terms.isRefund() ? Effect.send(to, question) : Effect.sendEarly(to, question);
    }
}

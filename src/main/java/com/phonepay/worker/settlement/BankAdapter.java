package com.phonepay.worker.settlement;

import java.util.concurrent.CompletionStage;

/**
 * A bank. Idempotent by reference: told twice, it pays once and gives the same answer. A stage that fails, or never
 * completes, says nothing about what the bank did.
 */
public interface BankAdapter {
    /** Never answers {@link BankAnswer.Unheard}. */
    CompletionStage<BankAnswer> pay(BankInstruction instruction);

    CompletionStage<BankAnswer> inquire(String reference);
}

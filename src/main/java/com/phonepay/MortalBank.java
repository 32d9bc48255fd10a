package com.phonepay;

import com.phonepay.ops.fault.FailPoints;
import com.phonepay.worker.settlement.BankAdapter;
import com.phonepay.worker.settlement.BankAnswer;
import com.phonepay.worker.settlement.BankInstruction;
import java.util.concurrent.CompletionStage;

/** The same bank, but in a test the node may die with the bank's answer in its hands. */
record MortalBank(BankAdapter bank, FailPoints failPoints) implements BankAdapter {
    @Override
    public CompletionStage<BankAnswer> pay(BankInstruction instruction) {
        return bank.pay(instruction).thenApply(answer -> {
            failPoints.passed("settlement.paid");
            return answer;
        });
    }

    @Override
    public CompletionStage<BankAnswer> inquire(String reference) {
        return bank.inquire(reference);
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A bank outside: decides once about a reference and never again, but says so when it likes. */
final class Bank {
    private final SplittableRandom chance;
    private final Map<String, Instruction> instructions = new HashMap<>();
    private final Map<AccountId, Long> paid = new HashMap<>();

    /** What it was told, and what it made of it. */
    static final class Instruction {
        final AccountId merchant;
        final Money amount;
        boolean paid;
        boolean refused;

        Instruction(AccountId merchant, Money amount) {
            this.merchant = merchant;
            this.amount = amount;
        }

        boolean isDecided() {
            return paid || refused;
        }
    }

    Bank(SplittableRandom chance) {
        this.chance = chance;
    }

    /** The first instruction counts; the bank may take its time. A second one under a reference must be the same. */
    Instruction instruct(String reference, AccountId merchant, Money amount, boolean atOnce) {
        Instruction known = instructions.computeIfAbsent(reference, any -> new Instruction(merchant, amount));
        Violation.unless(
                known.merchant.equals(merchant) && known.amount.equals(amount), "BANK_TOLD_ANOTHER_AMOUNT", reference);
        int mood = chance.nextInt(10);
        if (!known.isDecided() && (atOnce || mood < 6)) {
            known.refused = mood % 4 == 0;
            known.paid = !known.refused;
            if (known.paid) {
                paid.merge(merchant, amount.paise(), Long::sum);
            }
        }
        return known;
    }

    @Nullable
    Instruction of(String reference) {
        return instructions.get(reference);
    }

    long paidTo(AccountId merchant) {
        return paid.getOrDefault(merchant, 0L);
    }
}

package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import java.util.List;

/**
 * A payment that was screened.
 *
 * @param blocked stored, so that a verdict once given stands when the rules change
 * @param failed the transaction ended without moving money
 */
public record Attempt(
        TransactionId id,
        String fingerprint,
        AccountId payee,
        Money amount,
        long at,
        List<RuleHit> hits,
        boolean blocked,
        boolean failed) {

    static Attempt of(Terms terms, long at, List<RuleHit> hits) {
        return new Attempt(
                terms.id(), terms.fingerprint(), terms.payee(), terms.amount(), at, hits, Score.blocks(hits), false);
    }

    boolean isOf(Terms terms) {
        return id.equals(terms.id()) && fingerprint.equals(terms.fingerprint());
    }

    Attempt ended() {
        return new Attempt(id, fingerprint, payee, amount, at, hits, blocked, true);
    }

    public Verdict verdict() {
        return Score.verdict(hits, blocked);
    }
}

package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import java.util.List;

/** How hits add up. In whole hundredths, so that the bound is exact; only the verdict speaks in fractions. */
final class Score {
    static final int MAX = 100;

    /** A score above it, and not at it, is blocked. */
    static final int BLOCKED_ABOVE = 80;

    private Score() {}

    static List<RuleHit> hits(List<FraudRule> rules, RiskProfile profile, Terms terms, long now) {
        return rules.stream()
                .flatMap(rule -> rule.examine(profile, terms, now).stream())
                .toList();
    }

    static int hundredths(List<RuleHit> hits) {
        return Math.min(MAX, hits.stream().mapToInt(RuleHit::hundredths).sum());
    }

    static boolean blocks(List<RuleHit> hits) {
        return hundredths(hits) > BLOCKED_ABOVE;
    }

    static Verdict verdict(List<RuleHit> hits, boolean blocked) {
        return new Verdict(
                hundredths(hits) / 100.0,
                blocked,
                hits.stream().map(RuleHit::reason).toList());
    }

    /** What a measured value adds: nothing up to the limit, the weight above it, and twice that above twice the limit. */
    static int graded(long value, long limit, int weight) {
        if (value <= limit) {
            return 0;
        }
        return value - limit > limit ? 2 * weight : weight;
    }

    /** A sum that stops at the greatest number: what is beyond it is beyond every limit. */
    static Money saturated(Money one, Money other) {
        long sum = one.paise() + other.paise();
        boolean wrapped = one.paise() > 0 && other.paise() > 0 && sum < 0;
        return Money.ofPaise(wrapped ? Long.MAX_VALUE : sum);
    }
}

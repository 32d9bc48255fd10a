package com.phonepay.wallet;

/**
 * The configurable rules of wallets.
 *
 * @param inquireAfterMs age at which an undecided hold makes the wallet ask what became of it
 * @param inquireEveryMs pause between two such questions
 * @param localEntryKeptMs how long the id of a recharge or bonus is remembered
 */
public record WalletRules(Limits limits, long inquireAfterMs, long inquireEveryMs, long localEntryKeptMs) {
    public static WalletRules standard(Limits limits) {
        return new WalletRules(limits, 25_000, 2_000, Limits.DAY_MS);
    }
}

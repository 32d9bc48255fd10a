package com.phonepay.coordinator.proof;

import com.phonepay.kernel.Money;
import com.phonepay.slice.Position;
import com.phonepay.wallet.SystemAccount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one audit found.
 *
 * @param at when it was made, milliseconds since 1970
 * @param imbalance by how much anything is off, over all; zero always
 * @param inFlight captured and not yet credited at this cut
 * @param walletsTotal what all users and merchants have together
 * @param stripes the system accounts over all slices
 * @param discarded rows of superseded owners, which count for nothing
 * @param watermarks up to where each slice was read
 */
public record Proof(
        long at,
        long tookMs,
        Money imbalance,
        Money inFlight,
        Money walletsTotal,
        Map<SystemAccount, Money> stripes,
        Counts counts,
        long discarded,
        List<Watermark> watermarks,
        List<Violation> violations) {

    /** Transactions and postings since the beginning. */
    public record Counts(long committed, long aborted, long open, long captures, long credits, long locals) {}

    /** One slice at this cut; the hash covers all its rows up to the position. */
    public record Watermark(String slice, Position position, long rows, long events, Money total, String hash) {}

    public boolean isBalanced() {
        return violations.isEmpty() && imbalance.equals(Money.ZERO);
    }

    /** One hash over all watermarks: two proofs of one cut have the same. */
    public String hash() {
        return Fingerprint.of(watermarks.stream()
                .map(mark -> mark.slice() + " " + mark.position() + " " + mark.hash())
                .collect(Collectors.joining("\n")));
    }
}

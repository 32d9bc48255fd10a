package com.phonepay.coordinator.proof;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one transaction id. An id may be used again after it was forgotten, so decisions and
 * postings are lists: the first capture belongs to the first commit, and so on.
 */
final class Passage {
    final List<Leg> commits = new ArrayList<>(1);
    final List<Leg> captures = new ArrayList<>(1);
    final List<Leg> credits = new ArrayList<>(1);
    /** Terms of the use that is under way; null before and after. */
    @Nullable
    Terms underWay;

    boolean decided;
    int commitsEnded;
    /** Commits that had ended when the wallets' cut was not yet taken: their postings must be in it. */
    int due;

    boolean forgotten;

    /** True where nothing more is to come and everything is there: decision, capture and credit, of one kind. */
    boolean isSettled() {
        return underWay == null
                && commitsEnded == commits.size()
                && captures.equals(commits)
                && credits.equals(commits);
    }

    /** Captured and not yet credited, by the amounts of the decisions. Negative where the credit came first. */
    Money inFlight() {
        return carried(captures.size()).minus(carried(credits.size()));
    }

    private Money carried(int postings) {
        Money sum = Money.ZERO;
        for (int use = 0; use < Math.min(postings, commits.size()); use++) {
            sum = sum.plus(commits.get(use).amount());
        }
        return sum;
    }
}

package com.phonepay.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a run goes from node to node and to its end. */
final class AnalyticsRunTest {
    private static final AnalyticsRun ASKED = AnalyticsRun.requested(
            "run-1",
            AnalyticsRun.Cause.REQUESTED,
            "admin",
            "2026-11-01",
            "2026-11-24",
            List.of(Analysis.STATUS_COUNTS, Analysis.LEDGER_PROOF),
            1_000);

    @Test
    void isFreeUntilItIsTakenUpAndAgainWhenItsHolderIsSilent() {
        assertThat(ASKED.isFree(1_000)).isTrue();
        AnalyticsRun held = ASKED.takenUp("node-1", 2_000, 32_000);
        assertThat(held.isFree(31_999)).isFalse();
        assertThat(held.isFree(32_000)).isTrue();
        assertThat(held.held(62_000).isFree(32_000)).isFalse();
    }

    @Test
    void goesOnWithWhatIsLeft() {
        AnalyticsRun first = ASKED.takenUp("node-1", 2_000, 32_000)
                .computing(Analysis.STATUS_COUNTS)
                .answered(Analysis.STATUS_COUNTS)
                .computing(Analysis.LEDGER_PROOF);
        AnalyticsRun second = first.takenUp("node-2", 40_000, 70_000);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.startedAt()).isEqualTo(2_000);
        assertThat(second.current()).isNull();
        assertThat(second.remaining()).containsExactly(Analysis.LEDGER_PROOF);
        AnalyticsRun ended = second.answered(Analysis.LEDGER_PROOF).ended(50_000);
        assertThat(ended.status()).isEqualTo(AnalyticsRun.Status.SUCCEEDED);
        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.isFree(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void failsWhereAJobHasNoAnswerAndSaysWhy() {
        AnalyticsRun ended = ASKED.takenUp("node-1", 2_000, 32_000)
                .failed(Analysis.STATUS_COUNTS, "no lake")
                .failed(Analysis.LEDGER_PROOF, "no lake either")
                .ended(3_000);
        assertThat(ended.status()).isEqualTo(AnalyticsRun.Status.FAILED);
        assertThat(ended.message()).isEqualTo("status-counts: no lake\nledger-proof: no lake either");
        assertThat(ended.endedAt()).isEqualTo(3_000);
    }

    @Test
    void beingGivenBackIsNoLostAttempt() {
        AnalyticsRun back = ASKED.takenUp("node-1", 2_000, 32_000).givenBack();
        assertThat(back.isFree(2_001)).isTrue();
        assertThat(back.attempt()).isZero();
        assertThat(back.takenUp("node-2", 3_000, 33_000).attempt()).isEqualTo(1);
    }
}

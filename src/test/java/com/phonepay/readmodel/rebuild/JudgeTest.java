package com.phonepay.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.rebuild.Findings.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as wrong while consumers write, and what does not. The journal was read up to row 100. */
final class JudgeTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long LONG_AGO = NOW - 3_600_000;

    private final Judge judge = new Judge(Map.of("wallets-1", 100L), NOW);

    @Test
    void whatIsEqualIsRight() {
        assertThat(judge(told(50, LONG_AGO), told(40, LONG_AGO), told(50, LONG_AGO)))
                .isNull();
    }

    @Test
    void whatTheJournalTellsMustBeThere() {
        assertThat(judge(told(50, LONG_AGO), null, null)).isEqualTo(Kind.MISSING);
        assertThat(judge(told(50, NOW - 100), null, null)).isEqualTo(Kind.BEHIND);
    }

    @Test
    void whatIsOlderThanTheJournalIsWrongUnlessTheNewIsOnItsWay() {
        assertThat(judge(told(50, LONG_AGO), told(40, LONG_AGO), told(40, LONG_AGO)))
                .isEqualTo(Kind.DIFFERENT);
        assertThat(judge(told(50, NOW - 100), told(40, LONG_AGO), told(40, LONG_AGO)))
                .isEqualTo(Kind.BEHIND);
    }

    @Test
    void whatWasWrittenAfterTheReadingIsLeftAlone() {
        assertThat(judge(told(50, LONG_AGO), told(50, 7), told(101, NOW))).isNull();
        assertThat(judge(null, told(100, 7), told(101, NOW))).isNull();
    }

    @Test
    void whatStillComesFromRowsThatAreNotThereIsWrong() {
        assertThat(judge(told(50, LONG_AGO), told(900, NOW), told(900, NOW))).isEqualTo(Kind.DIFFERENT);
        assertThat(judge(null, told(900, NOW), told(900, NOW))).isEqualTo(Kind.EXTRA);
    }

    @Test
    void anotherValueFromTheSameEventIsWrong() {
        assertThat(judge(told(50, LONG_AGO), told(50, 7), told(50, 7))).isEqualTo(Kind.DIFFERENT);
        assertThat(judge(told(50, NOW - 100), told(50, 7), told(50, 7))).isEqualTo(Kind.DIFFERENT);
    }

    @Test
    void whatTheJournalDoesNotKnowIsExtraUntilItIsGone() {
        assertThat(judge(null, told(50, LONG_AGO), told(50, LONG_AGO))).isEqualTo(Kind.EXTRA);
        assertThat(judge(null, told(50, LONG_AGO), null)).isNull();
    }

    @Test
    void anotherSlicesDocumentIsWrongHoweverNew() {
        ViewDocument foreign =
                new ViewDocument(View.SETTLEMENTS, "B1", new Origin("wallets-9", 900, 0), Map.of("at", NOW));
        assertThat(judge(told(50, NOW - 100), foreign, foreign)).isEqualTo(Kind.DIFFERENT);
    }

    private @Nullable Kind judge(
            @Nullable ViewDocument expected, @Nullable ViewDocument seen, @Nullable ViewDocument stored) {
        return judge.judge(new Suspect(View.SETTLEMENTS, "B1", expected, seen), stored)
                .orElse(null);
    }

    private static ViewDocument told(long sequence, long at) {
        return new ViewDocument(View.SETTLEMENTS, "B1", new Origin("wallets-1", sequence, 0), Map.of("at", at));
    }
}

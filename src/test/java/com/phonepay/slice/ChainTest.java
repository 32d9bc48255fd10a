package com.phonepay.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChainTest {

    /** Rows as 'sequence@epoch<predecessor', in the order in which the journal returns them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nothing written                        |                                                      | 0@0 | 0
            one owner                              | 1@1<0@0 2@1<1@1 3@1<2@1                              | 3@1 | 0
            hand-over                              | 1@1<0@0 2@2<1@1 3@2<2@2                              | 3@2 | 0
            a paused owner's row in between        | 1@1<0@0 2@1<1@1 2@2<1@1 3@2<2@2                      | 3@2 | 1
            the same, the other order of arrival   | 1@1<0@0 2@2<1@1 2@1<1@1 3@2<2@2                      | 3@2 | 1
            three owners, the middle one lands late| 1@1<0@0 2@1<1@1 2@2<1@1 3@3<2@1                      | 3@3 | 1
            alone at its number, yet superseded    | 1@1<0@0 2@1<1@1 3@2<1@1                              | 3@2 | 1
            two rows left behind                   | 1@1<0@0 2@1<1@1 3@1<2@1 4@2<1@1 5@2<4@2              | 5@2 | 2
            a late row above the last valid one    | 1@1<0@0 2@2<1@1 3@1<1@1                              | 2@2 | 1
            """)
    void followsTheChainBackFromTheLastRowOfTheHighestEpoch(String what, String rows, String tip, int discarded) {
        Recovered<List<String>> recovered = recover(rows == null ? "" : rows);

        assertThat(recovered.tip().position()).hasToString(tip);
        assertThat(recovered.discarded()).isEqualTo(discarded);
        assertThat(recovered.tip().state()).isEqualTo(path(rows == null ? "" : rows, tip));
    }

    @Test
    void countsDiscardedRowsForTheNextNumber() {
        assertThat(recover("1@1<0@0 2@2<1@1 3@1<1@1").highestSequence()).isEqualTo(3);
    }

    @Test
    void stopsLoudlyWhereTheLastRowLeadsNowhere() {
        assertThatThrownBy(() -> recover("1@1<0@0 3@2<2@1")).isInstanceOf(UnexplainedRowException.class);
    }

    @Test
    void readsTheChainBetweenTwoPositions() {
        List<Row> rows = rows("2@1<1@1 2@2<1@1 3@2<2@2 4@2<3@2");
        assertThat(ReleasedRows.between(new Position(1, 1), new Position(3, 2), rows))
                .extracting(row -> row.position().toString())
                .containsExactly("2@2", "3@2");
        assertThat(ReleasedRows.between(new Position(3, 2), new Position(3, 2), rows))
                .isEmpty();
        assertThatThrownBy(() -> ReleasedRows.between(new Position(2, 1), new Position(3, 2), rows))
                .isInstanceOf(UnexplainedRowException.class);
    }

    private static Recovered<List<String>> recover(String rows) {
        Chain<List<String>> chain = new Chain<>(new Names(), new Released<>(Position.ORIGIN, 0, List.of(), Map.of()));
        rows(rows).forEach(chain::offer);
        return chain.end();
    }

    private static List<Row> rows(String rows) {
        return Stream.of(rows.split(" ", -1))
                .filter(row -> !row.isBlank())
                .map(ChainTest::row)
                .toList();
    }

    private static Row row(String text) {
        String[] sides = text.split("<", -1);
        Recorded name = new Recorded(new Named(sides[0]), new byte[0]);
        return new Row(position(sides[0]), position(sides[1]), 0, "node", false, Map.of(), List.of(name));
    }

    private static Position position(String text) {
        String[] parts = text.split("@", -1);
        return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** The expected state, found without the code under test: by walking the links in the text. */
    private static List<String> path(String rows, String tip) {
        if (tip.equals("0@0")) {
            return List.of();
        }
        String row = Stream.of(rows.split(" ", -1))
                .filter(r -> r.startsWith(tip + "<"))
                .findFirst()
                .orElseThrow();
        return Stream.concat(path(rows, row.split("<", -1)[1]).stream(), Stream.of(tip))
                .toList();
    }

    private record Named(String name) implements Event {}

    private static final class Names implements Machine<List<String>> {
        @Override
        public List<String> empty() {
            return List.of();
        }

        @Override
        public Outcome decide(List<String> state, Message message, Caller caller, Moment moment) {
            return Outcome.nothing();
        }

        @Override
        public List<String> apply(List<String> state, Event event) {
            return Stream.concat(state.stream(), Stream.of(((Named) event).name()))
                    .toList();
        }

        @Override
        public Iterable<Event> snapshot(List<String> state) {
            return state.stream().<Event>map(Named::new).toList();
        }
    }
}

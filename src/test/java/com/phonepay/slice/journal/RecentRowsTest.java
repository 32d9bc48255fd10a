package com.phonepay.slice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecentRowsTest {
    private static final SliceAddress SLICE = new SliceAddress(SliceType.WALLETS, 3);

    private record Something() implements Event {}

    private final RecentRows recent = new RecentRows();

    @Test
    void givesTheChainBetweenTwoPositions() {
        keep(1, 2, 0);
        keep(2, 2, 1);
        keep(3, 2, 2);
        assertThat(positions(1, 3)).hasValue(List.of(new Position(2, 2), new Position(3, 2)));
        assertThat(positions(3, 3)).hasValue(List.of());
    }

    @Test
    void givesNothingWhereTheChainIsNotWhole() {
        keep(2, 2, 1);
        keep(4, 2, 3);
        assertThat(positions(1, 4)).isEmpty();
        assertThat(positions(0, 2)).isEmpty();
        assertThat(positions(2, 5)).isEmpty();
    }

    @Test
    void givesNothingToAReaderWhoStandsOnARowOfAnotherOwner() {
        keep(2, 2, 1);
        assertThat(recent.between(SLICE, new Position(1, 1), new Position(2, 2)))
                .isEmpty();
    }

    @Test
    void forgetsTheOldestFirst() {
        for (int sequence = 1; sequence <= 1_000; sequence++) {
            keep(sequence, 2, sequence - 1);
        }
        assertThat(positions(0, 1_000)).isEmpty();
        assertThat(positions(900, 1_000).orElseThrow()).hasSize(100);
    }

    @Test
    void keepsNoMoreThanAMegabyteOfASlice() {
        for (int sequence = 1; sequence <= 8; sequence++) {
            Recorded large = new Recorded(new Something(), new byte[256 * 1024]);
            recent.keep(SLICE, row(sequence, 2, sequence - 1, List.of(large)));
        }
        assertThat(positions(3, 8)).isEmpty();
        assertThat(positions(4, 8).orElseThrow()).hasSize(4);
    }

    private Optional<List<Position>> positions(long from, long to) {
        return recent.between(SLICE, new Position(from, 2), new Position(to, 2))
                .map(rows -> rows.stream().map(Row::position).toList());
    }

    private void keep(long sequence, long epoch, long predecessor) {
        recent.keep(SLICE, row(sequence, epoch, predecessor, List.of()));
    }

    private static Row row(long sequence, long epoch, long predecessor, List<Recorded> events) {
        return new Row(
                new Position(sequence, epoch), new Position(predecessor, epoch), 0, "node", false, Map.of(), events);
    }
}

package com.phonepay.simulation;

import com.phonepay.kernel.Machine;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Readers of a journal that look at sequence numbers only. */
final class BrokenReaders {
    private BrokenReaders() {}

    /** Of rows with one number the higher epoch counts, and every number counts. */
    static <S> Recovered<S> higherEpochPerNumber(Machine<S> machine, Released<S> base, List<Row> rows) {
        Map<Long, Row> chosen = new TreeMap<>();
        for (Row row : rows) {
            @Nullable Row other = chosen.get(row.position().sequence());
            if (other == null || other.position().epoch() < row.position().epoch()) {
                chosen.put(row.position().sequence(), row);
            }
        }
        Released<S> tip = base;
        for (Row row : chosen.values()) {
            S state = tip.state();
            for (Recorded recorded : row.events()) {
                state = machine.apply(state, recorded.event());
            }
            tip = new Released<>(row.position(), Math.max(tip.at(), row.at()), state, tip.seen());
        }
        return new Recovered<>(tip, tip.position().sequence(), rows.size() - chosen.size());
    }

    /** The first row of every number, as it lies in the journal. */
    static List<Row> oneRowPerNumber(Collection<Row> rows) {
        List<Row> published = new ArrayList<>();
        long last = -1;
        for (Row row : rows) {
            if (row.position().sequence() != last) {
                published.add(row);
                last = row.position().sequence();
            }
        }
        return published;
    }
}

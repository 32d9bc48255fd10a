package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import io.vavr.collection.TreeMap;
import java.util.List;

/** The tally of one sliding window: at most one entry for each of its steps, whatever the load. */
record SlidingTally(Window window, TreeMap<Long, Tally> steps) {
    static SlidingTally of(Window window) {
        return new SlidingTally(window, TreeMap.empty());
    }

    static SlidingTally restored(Window window, List<TallyStep> steps) {
        TreeMap<Long, Tally> tallies = steps.stream()
                .collect(TreeMap.collector(TallyStep::startsAt, step -> new Tally(step.count(), step.sum())));
        return new SlidingTally(window, tallies);
    }

    SlidingTally counted(long at, Money amount) {
        TreeMap<Long, Tally> live = steps;
        while (!live.isEmpty() && !window.reaches(live.head()._1(), at)) {
            live = live.remove(live.head()._1());
        }
        return new SlidingTally(window, live.put(window.startOfStep(at), new Tally(1, amount), Tally::plus));
    }

    SlidingTally givenBack(long at, Money amount) {
        long start = window.startOfStep(at);
        return steps.get(start)
                .map(tally -> new SlidingTally(window, steps.put(start, tally.without(amount))))
                .getOrElse(this);
    }

    Tally total(long now) {
        Tally total = Tally.NONE;
        for (var step : steps) {
            total = window.reaches(step._1(), now) ? total.plus(step._2()) : total;
        }
        return total;
    }

    List<TallyStep> toSteps() {
        return steps.toJavaStream()
                .map(step ->
                        new TallyStep(step._1(), step._2().count(), step._2().sum()))
                .toList();
    }
}

package com.phonepay.readmodel.rebuild;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.slice.journal.ReleasedEvents;
import com.phonepay.slice.journal.ReleasedPositions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares every document with the journal while the system works. First everything is compared once; whatever looks
 * wrong is a suspect. Then the journal is read on to a time after that look, and the suspects are looked at again: every
 * honest document of the first look is explained by then, so what is still unexplained is wrong.
 */
public final class Reconciliation {
    private final ViewStore store;
    private final ReleasedPositions positions;
    private final ReleasedEvents released;
    private final List<SliceAddress> slices;
    private final InstantSource clock;

    public Reconciliation(
            ViewStore store,
            ReleasedPositions positions,
            ReleasedEvents released,
            List<SliceAddress> slices,
            InstantSource clock) {
        this.store = store;
        this.positions = positions;
        this.released = released;
        this.slices = List.copyOf(slices);
        this.clock = clock;
    }

    /** Writes every document anew from the journal. None disappears while that lasts, and no newer one is overwritten. */
    public void rebuild() {
        Stages.join(store.prepare());
        for (SliceAddress slice : slices) {
            new SliceStory(slice, released)
                    .read(Stages.join(positions.now(slice)), documents -> Stages.portions(documents)
                            .forEach(some -> Stages.join(store.restore(some))));
        }
    }

    /** Compares, and puts right what is wrong where that is asked for. */
    public Findings compare(boolean repair) {
        FirstLook look = new FirstLook(store);
        List<SliceStory> stories =
                slices.stream().map(slice -> new SliceStory(slice, released)).toList();
        stories.forEach(story -> story.read(Stages.join(positions.now(story.slice())), look::compare));
        look.lookForExtras();
        Map<String, Long> reached = new HashMap<>();
        for (SliceStory story : stories) {
            story.read(Stages.join(positions.now(story.slice())), look::readOn);
            reached.put(story.slice().toString(), story.reached().sequence());
        }
        return judge(look, new Judge(reached, clock.millis()), repair);
    }

    private Findings judge(FirstLook look, Judge judge, boolean repair) {
        Findings findings = new Findings(look.documents());
        look.suspectsByView().forEach((view, suspects) -> Stages.portions(suspects)
                .forEach(some -> judge(view, some, judge, findings, repair)));
        return findings;
    }

    private void judge(View view, List<Suspect> suspects, Judge judge, Findings findings, boolean repair) {
        Map<String, ViewDocument> found =
                Stages.join(store.find(view, suspects.stream().map(Suspect::id).toList()));
        Repair wrong = new Repair();
        for (Suspect suspect : suspects) {
            ViewDocument stored = found.get(suspect.id());
            judge.judge(suspect, stored).ifPresent(kind -> {
                findings.add(kind, suspect.toString());
                wrong.add(kind, suspect.expected(), stored);
            });
        }
        if (repair) {
            wrong.repair(store);
        }
    }
}

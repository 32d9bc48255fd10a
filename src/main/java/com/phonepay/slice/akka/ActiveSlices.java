package com.phonepay.slice.akka;

import com.phonepay.kernel.SliceAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The slices that are active on this node: recovered, pinned, deciding. */
public final class ActiveSlices {
    private final Set<SliceAddress> active = ConcurrentHashMap.newKeySet();

    void activated(SliceAddress slice) {
        active.add(slice);
    }

    void ended(SliceAddress slice) {
        active.remove(slice);
    }

    /** Whether the slice is active on this node. */
    public boolean has(SliceAddress slice) {
        return active.contains(slice);
    }

    /** The numbers of the active slices, by the label of their type. */
    public Map<String, List<Integer>> byType() {
        Map<String, TreeSet<Integer>> sorted = new TreeMap<>();
        active.forEach(slice -> sorted.computeIfAbsent(slice.type().label(), label -> new TreeSet<>())
                .add(slice.number()));
        Map<String, List<Integer>> numbers = new TreeMap<>();
        sorted.forEach((label, set) -> numbers.put(label, List.copyOf(set)));
        return numbers;
    }
}

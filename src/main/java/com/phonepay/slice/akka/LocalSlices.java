package com.phonepay.slice.akka;

import com.phonepay.slice.Placement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which slice numbers most likely live on this node. A hint that saves encoding; sharding has the last word. */
final class LocalSlices {
    private final String self;
    private final int slices;
    private volatile Set<Integer> here = Set.of();

    LocalSlices(String self, int slices) {
        this.self = self;
        this.slices = slices;
    }

    boolean contains(int slice) {
        return here.contains(slice);
    }

    /** The payment members of the cluster, by host and port. */
    void members(Collection<String> members) {
        Set<Integer> mine = new HashSet<>();
        if (members.contains(self)) {
            Placement placement = Placement.of(members, slices);
            for (int slice = 0; slice < slices; slice++) {
                if (placement.owner(slice).equals(self)) {
                    mine.add(slice);
                }
            }
        }
        here = Set.copyOf(mine);
    }
}

package com.phonepay.slice;

import com.phonepay.kernel.Invariant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which member owns which slice number: a pure function of the members, so that every type of slice and every node
 * comes to the same answer without asking. The numbers of slices differ by at most one between members. Each pair of
 * slice and member has a score; the best pairs win, so that most slices stay where they are when a member comes or goes.
 */
public final class Placement {
    private final String[] owners;

    private Placement(String[] owners) {
        this.owners = owners;
    }

    /** Where {@code slices} slices live among these members, which are named in any unique way. */
    public static Placement of(Collection<String> members, int slices) {
        Invariant.check(!members.isEmpty(), "somebody to own the slices");
        String[] owners = new String[slices];
        Map<String, Integer> owned = new HashMap<>();
        int fair = slices / members.size();
        int larger = slices % members.size();
        for (Pair pair : best(members, slices)) {
            int has = owned.getOrDefault(pair.member, 0);
            boolean room = has < fair || (has == fair && larger > 0);
            if (owners[pair.slice] == null && room) {
                larger -= has == fair ? 1 : 0;
                owned.put(pair.member, has + 1);
                owners[pair.slice] = pair.member;
            }
        }
        return new Placement(owners);
    }

    public String owner(int slice) {
        return owners[slice];
    }

    private record Pair(long score, int slice, String member) {}

    private static List<Pair> best(Collection<String> members, int slices) {
        List<Pair> pairs = new ArrayList<>(members.size() * slices);
        for (String member : members) {
            for (int slice = 0; slice < slices; slice++) {
                pairs.add(new Pair(score(member + "/" + slice), slice, member));
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::score)
                .thenComparing(Pair::member)
                .thenComparing(Pair::slice));
        return pairs;
    }

    private static long score(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        // Neighbouring texts give neighbouring FNV hashes; this finisher (of MurmurHash3) spreads them.
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}

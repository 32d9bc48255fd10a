package com.phonepay.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over every set of one to seven members, and every leaving and joining between them. */
final class PlacementTest {
    private static final List<String> NODES = IntStream.range(0, 7)
            .mapToObj(k -> "phonepay@127.0.0.1:" + (25_521 + k))
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 16, 64, 256})
    void givesMembersNumbersOfSlicesThatDifferByOneAtMost(int slices) {
        sets().forEach(members -> {
            Map<String, Integer> owned = new HashMap<>();
            members.forEach(member -> owned.put(member, 0));
            owners(members, slices).forEach(owner -> owned.merge(owner, 1, Integer::sum));
            assertThat(owned).hasSameSizeAs(members);
            assertThat(Collections.max(owned.values()) - Collections.min(owned.values()))
                    .isLessThanOrEqualTo(1);
        });
    }

    @Test
    void comesToTheSameAnswerWhateverTheOrderOfMembers() {
        sets().forEach(members -> {
            List<String> reversed = new ArrayList<>(members);
            Collections.reverse(reversed);
            assertThat(owners(reversed, 8)).isEqualTo(owners(members, 8));
        });
    }

    /** The least that must move is the newcomer's share. A pure function of the members can not always do with that. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 64})
    void movesFewSlicesMoreThanItMust(int slices) {
        List<Integer> needless = new ArrayList<>();
        sets().forEach(members -> NODES.stream()
                .filter(node -> !members.contains(node))
                .forEach(node -> needless.add(moves(members, node, slices) - slices / (members.size() + 1))));
        double mean = needless.stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(mean).isBetween(0.0, slices / 20.0 + 1.2);
        assertThat(Collections.max(needless)).isLessThanOrEqualTo(slices / 16 + 5);
    }

    private static int moves(List<String> members, String joining, int slices) {
        List<String> before = owners(members, slices);
        List<String> after =
                owners(Stream.concat(members.stream(), Stream.of(joining)).toList(), slices);
        return (int) IntStream.range(0, slices)
                .filter(slice -> !before.get(slice).equals(after.get(slice)))
                .count();
    }

    private static List<String> owners(List<String> members, int slices) {
        Placement placement = Placement.of(members, slices);
        return IntStream.range(0, slices).mapToObj(placement::owner).toList();
    }

    private static List<List<String>> sets() {
        return IntStream.range(1, 1 << NODES.size())
                .mapToObj(mask -> IntStream.range(0, NODES.size())
                        .filter(bit -> (mask >> bit & 1) == 1)
                        .mapToObj(NODES::get)
                        .toList())
                .toList();
    }
}

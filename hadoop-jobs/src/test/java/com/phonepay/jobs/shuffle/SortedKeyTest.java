package com.phonepay.jobs.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

final class SortedKeyTest {
    private static final List<String> IDS = List.of("", "a", "b", "aa", "ab", "é", "a".repeat(300));
    private static final long[] ORDERS = {Long.MIN_VALUE, -5, -1, 0, 1, 255, 256, Long.MAX_VALUE};

    @Test
    void itsBytesCompareAsItDoesAndOnlyTheNumberLeavesTheGroup() throws IOException {
        var whole = new SortedKey.Whole();
        var group = new SortedKey.Group();
        for (String id : IDS) {
            for (String otherId : IDS) {
                for (long order : ORDERS) {
                    for (long otherOrder : ORDERS) {
                        SortedKey one = new SortedKey().set(1, new Utf8(id), order);
                        SortedKey other = new SortedKey().set(1, new Utf8(otherId), otherOrder);
                        byte[] a = bytes(one);
                        byte[] b = bytes(other);
                        int compared = whole.compare(a, 0, a.length, b, 0, b.length);
                        assertThat(Integer.signum(compared)).isEqualTo(Integer.signum(one.compareTo(other)));
                        if (id.equals(otherId)) {
                            assertThat(Integer.signum(compared)).isEqualTo(Long.compare(order, otherOrder));
                        }
                        assertThat(group.compare(a, 0, a.length, b, 0, b.length) == 0)
                                .isEqualTo(id.equals(otherId));
                    }
                }
            }
        }
    }

    @Test
    void comesBackFromItsBytes() throws IOException {
        SortedKey key = new SortedKey().set(7, new Utf8("an account"), -42);
        SortedKey back = new SortedKey();
        back.readFields(new DataInputStream(new ByteArrayInputStream(bytes(key))));
        assertThat(back).isEqualTo(key);
        assertThat(back.kind()).isEqualTo(7);
        assertThat(back.id()).isEqualTo("an account");
        assertThat(back.order()).isEqualTo(-42);
    }

    @Test
    void aGroupGoesToOneReducer() {
        var partitioner = new SortedKey.ByGroup<Tally>();
        int first = partitioner.getPartition(new SortedKey().set(1, new Utf8("x"), 1), new Tally(), 7);
        for (long order : ORDERS) {
            assertThat(partitioner.getPartition(new SortedKey().set(1, new Utf8("x"), order), new Tally(), 7))
                    .isEqualTo(first);
        }
    }

    private static byte[] bytes(SortedKey key) throws IOException {
        var bytes = new ByteArrayOutputStream();
        key.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}

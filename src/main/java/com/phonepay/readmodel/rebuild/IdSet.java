package com.phonepay.readmodel.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Remembers millions of ids in eight bytes each, by a hash. Two ids of one hash would hide a document that should not be
 * there: with a million documents the chance is one in thirty million.
 */
final class IdSet {
    private long[] hashes = new long[1024];
    private int size;
    private boolean sorted = true;

    void add(String id) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(id);
        sorted = false;
    }

    boolean contains(String id) {
        sort();
        return Arrays.binarySearch(hashes, 0, size, hash(id)) >= 0;
    }

    /** How many different ids there are. */
    long distinct() {
        return Arrays.stream(hashes, 0, size).distinct().count();
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(hashes, 0, size);
            sorted = true;
        }
    }

    /** FNV-1a, and its bits mixed: ids differ in few characters. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}

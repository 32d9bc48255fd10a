package com.phonepay.settings;

import com.phonepay.kernel.Slices;
import com.phonepay.slice.Bounds;

/**
 * The slices of an installation.
 *
 * @param count of each type; fixed at the installation's first start
 * @param partitionRows journal rows in one partition; fixed at the installation's first start
 */
public record SliceSettings(int count, int partitionRows, Bounds bounds) {
    static SliceSettings read(SettingsReader in) {
        return new SliceSettings(
                in.number("phonepay.slices.count", 1, 0xFFFF),
                in.number("akka.persistence.cassandra.journal.target-partition-size", 10, 1_000_000),
                new Bounds(
                        in.number("phonepay.slices.buffer", 1, 1_000_000),
                        in.number("phonepay.slices.batch-commands", 1, 100_000),
                        (int) in.bytes("phonepay.slices.batch-bytes"),
                        in.duration("phonepay.slices.message-life").toMillis(),
                        in.number("phonepay.slices.snapshot-every-rows", 1, 1_000_000),
                        in.bytes("phonepay.slices.snapshot-every-bytes")));
    }

    public Slices slices() {
        return new Slices(count);
    }
}

package com.phonepay.slice.akka;

import com.phonepay.slice.Bounds;
import com.phonepay.slice.journal.JournalRows;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.wire.WireFormat;

/**
 * What every slice host of a node shares.
 *
 * @param node the node's name, written into each row for people
 */
public record Hosting(
        String node,
        Bounds bounds,
        Epochs epochs,
        JournalRows journal,
        WireFormat format,
        Postman postman,
        ReleaseWatch watch,
        SliceMeters meters,
        StepWatch steps,
        ActiveSlices active) {}

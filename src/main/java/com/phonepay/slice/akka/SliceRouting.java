package com.phonepay.slice.akka;

import akka.cluster.sharding.ShardRegion;
import com.phonepay.slice.wire.ToSlice;
import org.jspecify.annotations.Nullable;

/** One entity for each slice, alone in a shard of the same number. */
final class SliceRouting implements ShardRegion.MessageExtractor {
    @Override
    @Nullable
    public String entityId(Object message) {
        return message instanceof ToSlice routed ? number(routed) : null;
    }

    @Override
    public Object entityMessage(Object message) {
        return message;
    }

    @Override
    @Nullable
    public String shardId(Object message) {
        if (message instanceof ShardRegion.StartEntity start) {
            return start.entityId();
        }
        return message instanceof ToSlice routed ? number(routed) : null;
    }

    private static String number(ToSlice routed) {
        return Integer.toString(routed.to().number());
    }
}

package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import akka.actor.Address;
import akka.cluster.sharding.ShardCoordinator;
import akka.dispatch.Futures;
import com.phonepay.slice.Placement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/** Tells Akka's shard coordinator what {@link Placement} says of the members that have registered with it. */
final class PlacementStrategy extends ShardCoordinator.AbstractShardAllocationStrategy {
    private final Address self;
    private final int slices;

    PlacementStrategy(Address self, int slices) {
        this.self = self;
        this.slices = slices;
    }

    @Override
    public Future<ActorRef> allocateShard(
            ActorRef requester, String shardId, Map<ActorRef, IndexedSeq<String>> current) {
        Map<String, ActorRef> regions = byAddress(current);
        String owner = Placement.of(regions.keySet(), slices).owner(Integer.parseInt(shardId));
        @Nullable ActorRef region = regions.get(owner);
        return Futures.successful(region == null ? requester : region);
    }

    @Override
    public Future<Set<String>> rebalance(Map<ActorRef, IndexedSeq<String>> current, Set<String> inProgress) {
        Set<String> moves = new HashSet<>();
        if (!current.isEmpty()) {
            Placement placement = Placement.of(byAddress(current).keySet(), slices);
            current.forEach((region, shards) -> CollectionConverters.asJava(shards).stream()
                    .filter(shard -> !placement.owner(Integer.parseInt(shard)).equals(address(region)))
                    .forEach(moves::add));
            moves.removeAll(inProgress);
        }
        return Futures.successful(moves);
    }

    private Map<String, ActorRef> byAddress(Map<ActorRef, IndexedSeq<String>> current) {
        Map<String, ActorRef> regions = new HashMap<>();
        current.keySet().forEach(region -> regions.put(address(region), region));
        return regions;
    }

    private String address(ActorRef region) {
        Address address = region.path().address();
        return (address.hasLocalScope() ? self : address).hostPort();
    }
}

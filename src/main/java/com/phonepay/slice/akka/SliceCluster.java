package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import akka.actor.ActorRefFactory;
import akka.actor.ActorSystem;
import akka.actor.PoisonPill;
import akka.actor.Props;
import akka.cluster.Cluster;
import akka.cluster.sharding.ClusterSharding;
import akka.cluster.sharding.ClusterShardingSettings;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.SliceClient;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.wire.Wire;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All slices of the cluster, seen from one node: started here if the node owns some, reached from here in any case. */
public final class SliceCluster {
    private static final String ROLE = "payment";

    private final ActorSystem system;
    private final int slices;
    private final String node;
    private final Bounds bounds;
    private final SliceMeters meters;
    private final StepWatch steps;
    private final ActiveSlices active = new ActiveSlices();
    private final LocalSlices local;
    private final Map<SliceType, ActorRef> regions = new EnumMap<>(SliceType.class);

    /**
     * @param slices of each type
     * @param node the name of this node in journal rows
     * @param steps hears what is sent, got and recorded here
     */
    public SliceCluster(
            ActorSystem system, int slices, String node, Bounds bounds, SliceMeters meters, StepWatch steps) {
        this.system = system;
        this.slices = slices;
        this.node = node;
        this.bounds = bounds;
        this.meters = meters;
        this.steps = steps;
        this.local = new LocalSlices(Cluster.get(system).selfAddress().hostPort(), slices);
    }

    /**
     * Owns slices from now on.
     *
     * @param parent of the actors that are not slices
     */
    public void host(
            ActorRefFactory parent, SliceStore store, Map<SliceType, Machine<?>> machines, ReleaseWatch watch) {
        Wire wire = Wire.get(system);
        Postman postman = new Postman(wire.deliveries(), this::region, slice -> local.contains(slice.number()));
        Hosting hosting = new Hosting(
                node, bounds, store.epochs(), store.journal(), wire.format(), postman, watch, meters, steps, active);
        machines.forEach((type, machine) -> regions.put(type, start(type, SliceHost.props(type, machine, hosting))));
        parent.actorOf(Waker.props(Map.copyOf(regions), slices, local, ROLE), "waker");
    }

    /** Reaches slices from a node that owns none. */
    public void reach(Iterable<SliceType> types) {
        types.forEach(type -> regions.put(
                type, ClusterSharding.get(system).startProxy(type.label(), Optional.of(ROLE), new SliceRouting())));
    }

    /** From now on everything that this node sends to slices goes this way; it leads to the region in the end. */
    public void through(UnaryOperator<ActorRef> way) {
        regions.replaceAll((type, region) -> way.apply(region));
    }

    public SliceClient client() {
        return new AkkaSliceClient(this::region, system.dispatcher(), steps);
    }

    public ActiveSlices active() {
        return active;
    }

    private ActorRef start(SliceType type, Props host) {
        return ClusterSharding.get(system)
                .start(
                        type.label(),
                        host,
                        ClusterShardingSettings.create(system).withRole(ROLE),
                        new SliceRouting(),
                        new PlacementStrategy(Cluster.get(system).selfAddress(), slices),
                        PoisonPill.getInstance());
    }

    private ActorRef region(SliceType type) {
        ActorRef region = regions.get(type);
        if (region == null) {
            throw new IllegalStateException("No way to slices of type " + type + " from this node");
        }
        return region;
    }
}

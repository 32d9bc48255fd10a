package com.phonepay;

import akka.actor.ActorSystem;
import akka.actor.ExtendedActorSystem;
import akka.cluster.Cluster;
import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.causal.CausalDesk;
import com.phonepay.causal.Causality;
import com.phonepay.edge.gateway.Gateway;
import com.phonepay.edge.http.AdminPorts;
import com.phonepay.edge.http.ReadinessCheck;
import com.phonepay.ops.NodeState;
import com.phonepay.ops.audit.CassandraAuditTrail;
import com.phonepay.ops.everynode.ClusterEveryNode;
import com.phonepay.ops.everynode.EveryNode;
import com.phonepay.payment.cluster.ClusterOpenTransactions;
import com.phonepay.payment.cluster.SliceProbe;
import com.phonepay.settings.Settings;
import com.phonepay.slice.SliceClient;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What operators ask: the node answers its part of their questions here, and gets what it needs to ask the others. */
final class Operations {
    private final EveryNode everyNode;

    Operations(ActorSystem system, NodeState state) {
        this.everyNode = new ClusterEveryNode(system);
        Cluster cluster = Cluster.get(system);
        everyNode.answer("node", nothing -> state.report(cluster));
        answerForTheCausalLog(system);
    }

    /** {@code 500 T0003…} asks for a transaction, {@code 500} and a blank for the newest of all. */
    private void answerForTheCausalLog(ActorSystem system) {
        Causality causality = Causality.get(system);
        CausalDesk.open((ExtendedActorSystem) system);
        everyNode.answer("causal", question -> {
            String[] words = question.split(" ", 2);
            return CausalDesk.answer(causality, words[1], Integer.parseInt(words[0]));
        });
    }

    AdminPorts ports(Settings settings, CqlSession session, SliceClient client, List<ReadinessCheck> servers) {
        return new AdminPorts(
                everyNode,
                new CassandraAuditTrail(session, settings.store().keyspace(), InstantSource.system()),
                new ClusterOpenTransactions(client, settings.slices().slices()),
                new SliceProbe(client, settings.slices().slices()),
                Stream.concat(Stream.of(cassandra(session)), servers.stream()).toList());
    }

    private static ReadinessCheck cassandra(CqlSession session) {
        return new ReadinessCheck("cassandra", () -> session.executeAsync("SELECT release_version FROM system.local")
                .thenApply(answer -> true));
    }

    /** The gateway tells what it measured, and takes nodes out and in: {@code out node-2}, {@code in node-2}. */
    void answerFor(Gateway gateway) {
        everyNode.answer("gateway", nothing -> gateway.report());
        everyNode.answer("rotation", order -> {
            String[] words = order.split(" ", 2);
            if (words.length == 2 && List.of("out", "in").contains(words[0])) {
                gateway.pause(words[1], words[0].equals("out"));
            }
            return gateway.report();
        });
    }
}

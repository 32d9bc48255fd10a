package com.phonepay.coordinator;

import com.phonepay.coordinator.drill.Drills;
import com.phonepay.payment.Reply;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What administrators ask about the cluster as a whole.
 *
 * @param handOver asks the coordinator's node to leave; refused with {@code no_backup}
 * @param proof the latest proof of the ledger, as JSON
 * @param nodeName the name of the node at an address host:port
 */
public record ClusterOrders(
        Drills drills,
        Supplier<Reply<Leadership.HandOver>> handOver,
        Supplier<CompletionStage<String>> proof,
        Function<String, String> nodeName) {}

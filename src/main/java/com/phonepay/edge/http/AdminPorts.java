package com.phonepay.edge.http;

import com.phonepay.ops.audit.AuditTrail;
import com.phonepay.ops.everynode.EveryNode;
import com.phonepay.payment.OpenTransactions;
import com.phonepay.payment.Services;
import java.util.List;

/**
 * What an operator's calls ask.
 *
 * @param servers the servers that this node uses, by the names that the answers show: cassandra, kafka, mongodb, redis
 */
public record AdminPorts(
        EveryNode everyNode,
        AuditTrail audit,
        OpenTransactions openTransactions,
        Services services,
        List<ReadinessCheck> servers) {}

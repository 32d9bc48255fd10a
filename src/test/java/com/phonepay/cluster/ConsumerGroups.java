package com.phonepay.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;

/** Which node's worker reads which partitions, as the broker sees it. */
final class ConsumerGroups implements AutoCloseable {
    static final int PARTITIONS = 6;
    /** The groups, and how many topics each reads. */
    private static final Map<String, Integer> GROUPS =
            Map.of("phonepay.readmodel", 5, "phonepay.notification", 2, "phonepay.fraud-analytics", 2);

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", RunningCluster.kafka()));

    /** Whether in each group every partition has a reader, and this node is one. */
    boolean areComplete() {
        return groups().stream().allMatch(ConsumerGroups::isComplete);
    }

    /** Whether in each group every partition has a reader, none of them on this node. */
    boolean areCompleteWithout(int node) {
        return groups().stream().allMatch(group -> isComplete(group) && !reads(group, node));
    }

    /** The groups in which this node has partitions. */
    List<String> readBy(int node) {
        List<String> found = new ArrayList<>();
        groups().stream().filter(group -> reads(group, node)).forEach(group -> found.add(group.groupId()));
        return found;
    }

    private static boolean isComplete(ConsumerGroupDescription group) {
        int read = group.members().stream().mapToInt(ConsumerGroups::partitions).sum();
        return read == GROUPS.getOrDefault(group.groupId(), 0) * PARTITIONS;
    }

    private static boolean reads(ConsumerGroupDescription group, int node) {
        return group.members().stream()
                .anyMatch(member -> member.clientId().startsWith("node-" + node + "-") && partitions(member) > 0);
    }

    private static int partitions(MemberDescription member) {
        return member.assignment().topicPartitions().size();
    }

    private Collection<ConsumerGroupDescription> groups() {
        try {
            return admin.describeConsumerGroups(GROUPS.keySet())
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .values();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

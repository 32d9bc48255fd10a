package com.phonepay.ops.everynode;

import akka.actor.ActorSelection;
import akka.actor.ActorSystem;
import akka.actor.ExtendedActorSystem;
import akka.actor.RootActorPath;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent.CurrentClusterState;
import akka.cluster.Member;
import akka.pattern.Patterns;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.phonepay.settings.MemberTags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Asks the desk of every member by its well-known path. */
public final class ClusterEveryNode implements EveryNode {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ActorSystem system;
    private final Cluster cluster;
    private final Map<String, UnaryOperator<String>> answers = new ConcurrentHashMap<>();

    /** Opens this node's desk. Once per system. */
    public ClusterEveryNode(ActorSystem system) {
        this.system = system;
        this.cluster = Cluster.get(system);
        ((ExtendedActorSystem) system).systemActorOf(NodeDesk.props(answers), NodeDesk.NAME);
    }

    @Override
    public void answer(String topic, UnaryOperator<String> answer) {
        answers.put(topic, answer);
    }

    @Override
    public CompletionStage<List<NodeAnswer>> ask(String topic, String argument) {
        CurrentClusterState state = cluster.state();
        List<Member> byAge = new ArrayList<>();
        state.getMembers().forEach(byAge::add);
        byAge.sort((one, other) -> one.isOlderThan(other) ? -1 : other.isOlderThan(one) ? 1 : 0);
        List<CompletableFuture<NodeAnswer>> asked = new ArrayList<>();
        for (int age = 0; age < byAge.size(); age++) {
            asked.add(ask(state, byAge.get(age), age, topic + "\n" + argument));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(all -> asked.stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(NodeAnswer::name))
                .toList());
    }

    private CompletableFuture<NodeAnswer> ask(CurrentClusterState state, Member member, int age, String question) {
        long begun = System.nanoTime();
        ActorSelection desk = system.actorSelection(
                new RootActorPath(member.address(), "/").child("system").child(NodeDesk.NAME));
        return Patterns.ask(desk, question, PATIENCE)
                .handle((text, fault) -> {
                    JsonNode json = fault == null ? parsed(text.toString()) : MissingNode.getInstance();
                    return answer(state, member, age, (System.nanoTime() - begun) / 1e6, json);
                })
                .toCompletableFuture();
    }

    private static NodeAnswer answer(CurrentClusterState state, Member member, int age, double ms, JsonNode json) {
        String address = member.address().getHost().orElse("") + ":"
                + member.address().getPort().orElse(0);
        MemberTags tags = MemberTags.read(member.getRoles()).orElse(new MemberTags(address, 0, 0));
        return new NodeAnswer(
                tags.name(),
                address,
                member.status().toString(),
                member.getRoles().stream()
                        .filter(role -> !role.startsWith("dc-") && !MemberTags.isTag(role))
                        .sorted()
                        .toList(),
                !state.getUnreachable().contains(member),
                member.address().equals(state.getLeader()),
                age,
                tags.httpPort(),
                tags.gatewayPort(),
                ms,
                json);
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}

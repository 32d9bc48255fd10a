package com.phonepay.causal;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.ExtendedActorSystem;
import akka.actor.Props;
import akka.actor.RootActorPath;
import akka.cluster.Cluster;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies this node's steps to the next member, a few times a second and never more than may be, and keeps the copies of
 * the member before. So what a node did just before it died can still be read, and a rush of payments costs little.
 */
public final class CausalDesk extends AbstractActorWithTimers {
    private static final Logger LOG = LoggerFactory.getLogger(CausalDesk.class);
    private static final String NAME = "phonepay-causal";
    private static final int STEPS_IN_MESSAGE = 200;

    private record Round() {}

    private final Causality causality;
    private final Cluster cluster = Cluster.get(getContext().getSystem());
    private final Copying steps;
    private final Copying slices;

    /** Opens this node's desk. Once per system, and only where the log is on. */
    public static void open(ExtendedActorSystem system) {
        Causality causality = Causality.get(system);
        if (causality.isEnabled()) {
            system.systemActorOf(Props.create(CausalDesk.class, () -> new CausalDesk(causality)), NAME);
        }
    }

    /** What this node answers to who asks for a transaction, or with an empty text for the newest steps. */
    public static String answer(Causality causality, String transaction, int most) {
        CausalLog log = causality.log();
        List<Step> steps = transaction.isEmpty() ? log.newest(most) : log.of(transaction, most);
        return StepText.of(new Answer(steps, log.kept(), log.forgotten(), log.withoutCopy()));
    }

    private record Answer(List<Step> steps, int kept, long lost, long notCopied) {}

    private CausalDesk(Causality causality) {
        CausalLog log = causality.log();
        this.causality = causality;
        this.steps = new Copying(log.own(), causality.settings().copyMax(), log::notCopied);
        this.slices = new Copying(log.slices(), causality.settings().copyMax(), log::notCopied);
    }

    @Override
    public void preStart() {
        getTimers()
                .startTimerWithFixedDelay(
                        "copy", new Round(), causality.settings().copyEvery());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Round.class, round -> copy())
                .match(String.class, this::keep)
                .build();
    }

    private void copy() {
        List<Step> next = new ArrayList<>(steps.next());
        next.addAll(slices.next());
        Member other = nextMember();
        if (other == null) {
            causality.log().notCopied(next.size());
            return;
        }
        Consumer<String> send = text -> getContext()
                .actorSelection(
                        new RootActorPath(other.address(), "/").child("system").child(NAME))
                .tell(text, ActorRef.noSender());
        for (int from = 0; from < next.size(); from += STEPS_IN_MESSAGE) {
            send.accept(StepText.of(next.subList(from, Math.min(next.size(), from + STEPS_IN_MESSAGE))));
        }
    }

    private @Nullable Member nextMember() {
        List<Member> members = new ArrayList<>();
        cluster.state().getMembers().forEach(members::add);
        members.removeIf(member -> !member.status().equals(MemberStatus.up())
                || cluster.state().getUnreachable().contains(member));
        members.sort((one, two) -> Member.addressOrdering().compare(one.address(), two.address()));
        int self = members.indexOf(cluster.selfMember());
        return self < 0 || members.size() < 2 ? null : members.get((self + 1) % members.size());
    }

    private void keep(String text) {
        try {
            StepText.read(text).stream().map(Step::slim).forEach(causality.log()::keepCopy);
        } catch (JsonProcessingException e) {
            LOG.warn("Another node's steps can not be read: {}", e.getOriginalMessage());
        }
    }
}
